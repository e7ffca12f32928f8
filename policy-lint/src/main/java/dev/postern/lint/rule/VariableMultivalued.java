package dev.postern.lint.rule;

import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key that may have several values in the place of one text. AWS: "IAM policy elements: Variables
 * and tags", where variables are keys of one value.
 */
final class VariableMultivalued implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "variable-multivalued", "a key of several values is used as a variable");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (VariableUse variable : VariableUse.allOf(statement.value(), policy)) {
      KeyUse.definition(variable.key(), policy.catalog())
          .filter(ConditionKeyDefinition::isMultivalued)
          .ifPresent(
              definition ->
                  findings.add(
                      variable.span(),
                      variable.quoted() + " may have several values, and a variable has one",
                      "use a key of one value, or test the key itself"));
    }
  }
}
