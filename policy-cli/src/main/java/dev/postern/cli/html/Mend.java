package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Fix;

/**
 * How a finding can be mended.
 *
 * @param kind whether a person has to agree
 * @param title what it does
 * @param edits what it does to the text; empty where that is too long to read
 */
record Mend(Fix.Kind kind, ImmutableList<Inline> title, ImmutableList<Edit> edits) {
  /** Characters of an edit that a reader takes in at a glance. */
  private static final int READABLE = 400;

  /** Edits that a reader takes in at a glance. */
  private static final int FEW = 4;

  /**
   * A piece of text in the place of another.
   *
   * @param line the line that it stands on
   * @param before what is taken away; may be empty
   * @param after what comes in its place; may be empty
   */
  record Edit(int line, String before, String after) {}

  static Mend of(Fix fix) {
    boolean readable =
        fix.edits().size() <= FEW
            && fix.edits().stream()
                .allMatch(
                    edit -> edit.span().text().length() + edit.newText().length() <= READABLE);
    return new Mend(
        fix.kind(),
        Inline.split(fix.title()),
        readable
            ? fix.edits().stream().map(Mend::edit).collect(ImmutableList.toImmutableList())
            : ImmutableList.of());
  }

  private static Edit edit(Fix.Edit edit) {
    return new Edit(edit.span().start().line(), edit.span().text(), edit.newText());
  }

  boolean isAuto() {
    return kind == Fix.Kind.AUTO;
  }
}
