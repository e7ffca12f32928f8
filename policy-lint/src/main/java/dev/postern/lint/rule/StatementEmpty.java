package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;

/** A policy without statements is stored and does nothing. */
final class StatementEmpty implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("statement-empty", "`Statement` is an empty list")
        .peers("boogy:empty_statement");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    policy
        .json()
        .filter(JsonObject.class::isInstance)
        .flatMap(document -> ((JsonObject) document).get("Statement"))
        .filter(value -> value instanceof JsonArray list && list.elements().isEmpty())
        .ifPresent(
            value ->
                findings.add(
                    value.span(),
                    "`Statement` is an empty list",
                    "the policy allows nothing and denies nothing"));
  }
}
