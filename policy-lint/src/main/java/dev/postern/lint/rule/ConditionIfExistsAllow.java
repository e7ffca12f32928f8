package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} whose limit on who asks, or from where, falls away with the key. */
final class ConditionIfExistsAllow implements ConditionRule {
  private static final String PASSED_TO = "iam:PassedToService";

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-ifexists-allow", "`IfExists` opens an `Allow` to requests without the key")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST, Kind.SESSION, Kind.VPC_ENDPOINT)
        .peers("boogy:ifexists_weakens_security_condition");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> use.isIfExists() && !use.isNegated() && KeyRole.CALLER.isOf(use))
        .filter(
            use ->
                !ConditionIfExistsNeedless.isAlwaysThere(use, policy)
                    && ConditionStarValue.star(use).isEmpty())
        .filter(use -> !isLimited(use, statement.value(), policy))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  /* Whom a role may be passed to says nothing of the caller, and the other keys nothing of that. */
  private static boolean isLimited(KeyUse use, Statement statement, LintedPolicy policy) {
    if (use.isOf(PASSED_TO)
        && policy.actions(statement).stream()
            .noneMatch(action -> action.fullName().equals("iam:PassRole"))) {
      return true;
    }
    return KeyUse.allOf(statement, policy).stream()
        .filter(other -> !other.holdsOnAbsentKey())
        .anyMatch(
            other ->
                other.key().equals(use.key())
                    || (!use.isOf(PASSED_TO)
                        && !other.isOf(PASSED_TO)
                        && KeyRole.CALLER.isOf(other)));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message("a request without `" + use.key().text() + "` is allowed, too")
            .advice("without `IfExists` the key has to be there and to match");
    if (use.quantifier() == Quantifier.SINGLE) {
      OperatorEdit.to(
              OperatorEdit.like(use, Quantifier.SINGLE, false), Fix.Kind.OFFER, use, statement)
          .ifPresent(draft::fix);
    }
    draft.add();
  }
}
