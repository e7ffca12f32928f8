package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.postern.model.ActionName;

/**
 * A way from what was granted to more; a row of {@code escalation-paths.tsv}.
 *
 * @param id such as {@code iam-attach-user-policy}; two rows of one id are two ways
 * @param kind what it leads to
 * @param steps what it takes: of each step, actions of which one will do
 * @param on what they have to reach
 * @param onAll whether it counts only where all of these are reached
 * @param service the service that a passed role trusts; empty if none is passed
 * @param unless an action that gives the same; empty if there is none
 * @param needs what the world has to offer besides; may be empty
 * @param gains what it gives
 */
record EscalationPath(
    String id,
    Kind kind,
    ImmutableList<ImmutableList<ActionName>> steps,
    String on,
    boolean onAll,
    String service,
    ImmutableList<ActionName> unless,
    String needs,
    String gains) {
  private static final int COLUMNS = 11;

  /** What a path leads to. */
  enum Kind {
    /** More rights for oneself. */
    SELF("self"),
    /** Another principal. */
    PRINCIPAL("principal"),
    /** Something new that has a role. */
    NEW_COMPUTE("new-passrole"),
    /** Something that has a role already. */
    EXISTING_COMPUTE("existing-passrole"),
    /** A limit less. */
    GUARDRAIL("guardrail"),
    /** Data, by way of a policy. */
    RESOURCE_POLICY("resource-policy");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    private static Kind named(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalStateException("escalation-paths.tsv: no such class: " + word);
    }

    /** Whether a path of this kind is at least as bad as one of the other. */
    boolean isAsBadAs(Kind other) {
      return !isMild() || other.isMild();
    }

    private boolean isMild() {
      return this == EXISTING_COMPUTE || this == RESOURCE_POLICY;
    }
  }

  /** The table, read when it is first asked for. */
  private static final class Table {
    private static final ImmutableList<EscalationPath> ROWS =
        FactTable.read("escalation-paths.tsv", COLUMNS).stream()
            .map(EscalationPath::of)
            .collect(toImmutableList());
    private static final ImmutableListMultimap<Kind, EscalationPath> BY_KIND =
        Multimaps.index(ROWS, EscalationPath::kind);
  }

  /** All of them. */
  static ImmutableList<EscalationPath> all() {
    return Table.ROWS;
  }

  /** Those of a kind. */
  static ImmutableList<EscalationPath> of(Kind kind) {
    return Table.BY_KIND.get(kind);
  }

  private static EscalationPath of(ImmutableList<String> cells) {
    return new EscalationPath(
        cells.get(0),
        Kind.named(cells.get(1)),
        Splitter.on(" + ").splitToList(cells.get(2)).stream()
            .map(EscalationPath::names)
            .collect(toImmutableList()),
        cells.get(3),
        cells.get(4).equals("all"),
        text(cells.get(5)),
        cells.get(6).equals("-") ? ImmutableList.of() : names(cells.get(6)),
        text(cells.get(7)),
        cells.get(8));
  }

  private static String text(String cell) {
    return cell.equals("-") ? "" : cell;
  }

  private static ImmutableList<ActionName> names(String step) {
    return Splitter.on('|').splitToList(step).stream()
        .map(ActionName::of)
        .collect(toImmutableList());
  }
}
