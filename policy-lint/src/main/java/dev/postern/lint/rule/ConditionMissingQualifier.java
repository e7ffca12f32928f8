package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A key of several values under an operator that compares one. AWS: "Multivalued context keys". */
final class ConditionMissingQualifier implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "condition-missing-qualifier", "a key of several values has no set operator")
        .issueCode("MISSING_QUALIFIER");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(
            use ->
                use.isMultivalued()
                    && use.quantifier() == Quantifier.SINGLE
                    && use.domain() != Domain.PRESENCE)
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "`"
                        + use.key().text()
                        + "` may hold several values, and `"
                        + use.operator().text()
                        + "` compares one",
                    "write `ForAllValues:` if each value has to pass, `ForAnyValue:` if one has to"));
  }
}
