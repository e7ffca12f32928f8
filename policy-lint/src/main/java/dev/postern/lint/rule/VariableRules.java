package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about policy variables. */
final class VariableRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          new VariableTooBroad(),
          new VariableUnknown(),
          new VariableMultivalued(),
          new VariableUsernameForRoles(),
          new VariableLiteralDollar(),
          new VariableCallerChosen());

  private VariableRules() {}
}
