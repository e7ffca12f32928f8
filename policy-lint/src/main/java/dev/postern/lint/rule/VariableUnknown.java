package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.NearestName;
import java.util.Optional;

/** A variable that no key stands in for: a text that holds it matches nothing. */
final class VariableUnknown implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("variable-unknown", "no condition key stands in for the variable");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (VariableUse variable : VariableUse.allOf(statement.value(), policy)) {
      if (!isKnown(variable.key(), policy)) {
        Findings.Draft draft =
            findings
                .at(variable.span())
                .message(
                    variable.quoted()
                        + " is not in the catalog of "
                        + policy.catalog().info().dataDate()
                        + consequence(variable, statement.value()))
                .advice(
                    nearest(variable.key(), policy)
                        .map(name -> "did you mean `${" + name + "}`?")
                        .orElse("a variable is named as a condition key, such as `${aws:userid}`"));
        if (guardsNothing(variable, statement.value())) {
          draft.severity(Severity.SECURITY_WARNING);
        }
        draft.add();
      }
    }
  }

  /* The claims of a provider of identities are the provider's choice. */
  private static boolean isKnown(ConditionKey key, LintedPolicy policy) {
    return key.service().indexOf('.') >= 0
        || key.service().indexOf('/') >= 0
        || KeysBesideCatalog.bundled().has(key)
        || KeyUse.definition(key, policy.catalog()).isPresent();
  }

  private static String consequence(VariableUse variable, Statement statement) {
    if (variable.hasDefault()) {
      return ", so its default always stands in";
    }
    return guardsNothing(variable, statement)
        ? ", so this matches nothing and guards nothing"
        : ", so this matches nothing";
  }

  private static boolean guardsNothing(VariableUse variable, Statement statement) {
    return statement.isDeny() && !variable.isNegated() && !variable.hasDefault();
  }

  private static Optional<String> nearest(ConditionKey key, LintedPolicy policy) {
    String text = key.text().indexOf(':') < 0 ? "aws:" + key.text() : key.text();
    return NearestName.of(
        text,
        policy.catalog().globalKeys().stream()
            .map(global -> global.definition().name())
            .filter(name -> !name.contains("${"))
            .collect(toImmutableList()));
  }
}
