package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.Catalog;
import dev.postern.eval.CompiledPolicy;
import dev.postern.model.ActionPattern;
import dev.postern.model.source.CodeFrame;
import dev.postern.model.source.SourceSpan;
import java.util.stream.Collectors;

/**
 * Actions that a statement grants and should not.
 *
 * @param actions as few patterns as can be found
 * @param isUnknown whether the catalog knows none of them
 * @param policy where the statement stands
 * @param index its place in the policy, counted from 0
 * @param span what grants them
 */
record Excess(
    ImmutableList<String> actions,
    boolean isUnknown,
    CompiledPolicy policy,
    int index,
    SourceSpan span) {
  /** So many patterns are listed; the others are counted. */
  private static final int MOST_LISTED = 20;

  /** What a failure says. */
  static String text(
      ImmutableList<ActionPattern> limits, ImmutableList<Excess> all, Catalog catalog) {
    String limit =
        limits.isEmpty()
            ? "nothing"
            : "no more than "
                + limits.stream().map(ActionPattern::text).collect(Collectors.joining(", "));
    StringBuilder text = new StringBuilder("\nexpected to grant ").append(limit);
    text.append("; by the catalog of ").append(catalog.info().dataDate());
    text.append(" there is more\n");
    all.forEach(excess -> excess.append(text));
    return text.toString();
  }

  private void append(StringBuilder text) {
    text.append('\n');
    actions.stream()
        .limit(MOST_LISTED)
        .forEach(
            action ->
                text.append("  ")
                    .append(action)
                    .append(isUnknown ? ", which the catalog does not know" : "")
                    .append('\n'));
    if (actions.size() > MOST_LISTED) {
      text.append("  and ").append(actions.size() - MOST_LISTED).append(" more patterns\n");
    }
    text.append(CodeFrame.render("  granted by " + statement(), span, ""));
  }

  private String statement() {
    String sid =
        policy
            .document()
            .statementList()
            .get(index)
            .value()
            .sid()
            .value()
            .asText()
            .map(name -> " `" + name + "`")
            .orElse("");
    return "Allow" + sid + " (statement " + index + " of " + policy.name() + ")";
  }
}
