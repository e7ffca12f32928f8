package dev.postern.lint.rule;

import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** An action in other letters than AWS's. It matches all the same; searches for it do not. */
final class ActionCase implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("action-case", "letter case differs from the action's name")
        .strict();
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ActionPattern> entry : statement.value().action().value().patterns()) {
      String text = entry.value().text();
      spelled(entry.value(), policy.catalog())
          .filter(right -> !right.equals(text))
          .ifPresent(right -> report(entry, right, policy, findings));
    }
  }

  private static void report(
      Located<ActionPattern> entry, String right, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings
            .at(entry.span())
            .message("AWS writes `" + right + "`")
            .advice("letter case does not matter to IAM, but to searches it does");
    ListEdit.replace(Fix.Kind.AUTO, "write `" + right + "`", entry.span(), right, policy)
        .ifPresent(draft::fix);
    draft.add();
  }

  /* A pattern as far as its first wildcard, if all that it matches is spelled alike so far. */
  private static Optional<String> spelled(ActionPattern pattern, Catalog catalog) {
    String text = pattern.text();
    int colon = text.indexOf(':');
    int fixed = 0;
    while (fixed < text.length() && text.charAt(fixed) != '*' && text.charAt(fixed) != '?') {
      fixed++;
    }
    if (colon < 0 || fixed <= colon) {
      return Optional.empty();
    }
    int length = fixed;
    String rest = text.substring(fixed);
    return catalog.expand(text).stream()
                .map(action -> head(action, length))
                .distinct()
                .limit(2)
                .count()
            == 1
        ? Optional.of(head(catalog.expand(text).get(0), length) + rest)
        : Optional.empty();
  }

  private static String head(ActionDefinition action, int length) {
    return action.fullName().substring(0, length);
  }
}
