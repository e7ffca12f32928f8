package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue;

/** A rule that reads JSON values, whatever they mean. */
public non-sealed interface JsonRule extends Rule {
  /** Called for each value, the outer before the inner; members' names come with their object. */
  void check(JsonValue value, LintedPolicy policy, Findings findings);
}
