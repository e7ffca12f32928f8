package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A {@code Deny} that requests without the key escape, which are the very ones that are meant. */
final class ConditionDenyMissingKeyOpen implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-deny-missing-key-open", "a `Deny` that requests without the key escape")
        .peers("boogy:ifexists_deny_suggestion");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isDeny()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> !use.holdsOnAbsentKey() && !use.isNegated())
        .filter(use -> isDangerous(use, statement.value(), policy))
        .filter(use -> !isDeniedElsewhere(use, policy))
        .ifPresent(use -> report(use, findings));
  }

  private static boolean isDangerous(KeyUse use, Statement statement, LintedPolicy policy) {
    return use.domain() == Domain.PRESENCE
        ? KeyRole.REQUIRED_HEADER.isOf(use)
            && KeyUse.allOf(statement, policy).stream()
                .noneMatch(other -> other.key().equals(use.key()) && isComparison(other))
        : KeyRole.ABSENT_WHEN_WEAK.isOf(use);
  }

  private static boolean isComparison(KeyUse use) {
    return use.domain() != Domain.PRESENCE;
  }

  /* Another statement, or another test, denies the requests without it. */
  private static boolean isDeniedElsewhere(KeyUse use, LintedPolicy policy) {
    String family =
        use.isOfFamily("aws:MultiFactorAuth") ? "aws:MultiFactorAuth" : use.key().text();
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isDeny)
        .map(statement -> KeyUse.allOf(statement, policy))
        .flatMap(ImmutableList::stream)
        .anyMatch(other -> other.isOfFamily(family) && other.holdsOnAbsentKey());
  }

  private static void report(KeyUse use, Findings findings) {
    String key = use.key().text();
    boolean isPresence = use.domain() == Domain.PRESENCE;
    findings.add(
        use.valuesSpan(),
        "a request without `" + key + "` is not denied",
        isPresence
            ? "`\"Null\": {\"" + key + "\": \"true\"}` denies requests without the header"
            : "with `IfExists` requests without the key are denied, too");
  }
}
