package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Condition;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A variable as value of a key that says who somebody is, where only AWS should have a say. AWS:
 * "AWS global condition context keys", sensitive condition keys.
 */
final class VariableTooBroad implements ConditionRule {
  private static final ImmutableSet<String> SENSITIVE =
      ImmutableSet.of(
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:resourceaccount",
          "aws:resourceorgid",
          "aws:sourceaccount",
          "aws:sourceorgid",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpceaccount",
          "aws:vpceorgid");
  private static final ImmutableSet<String> OF_IDENTITY =
      ImmutableSet.of(
          "aws:principalarn",
          "aws:principalorgpaths",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths",
          "aws:vpceorgpaths");
  private static final ImmutableSet<String> SET_BY_AWS =
      ImmutableSet.<String>builder().addAll(SENSITIVE).add("aws:ec2instancesourcevpc").build();
  private static final int FIXED_CHARACTERS = 6;

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "variable-too-broad", "a variable decides where a key says who somebody is")
        .issueCode("VARIABLE_USAGE_TOO_PERMISSIVE");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .ifPresent(
            test -> {
              for (VariableUse variable : VariableUse.ofValues(test, policy)) {
                if (isTooBroad(test, variable)) {
                  findings.add(
                      variable.span(),
                      variable.quoted()
                          + " may be anything, and so may `"
                          + test.key().text()
                          + "`",
                      "write the value that is meant");
                }
              }
            });
  }

  private static boolean isTooBroad(KeyUse test, VariableUse variable) {
    String key = test.foldedKey();
    if (SENSITIVE.contains(key)) {
      // The account of the resource is that of the caller: AWS sets both, and nobody else.
      return !(variable.isAlone() && SET_BY_AWS.contains(variable.key().folded()));
    }
    if (key.equals("aws:userid")) {
      return isWithinUniqueId(variable);
    }
    return OF_IDENTITY.contains(key) && variable.fixedCharactersBefore() < FIXED_CHARACTERS;
  }

  /* Before the colon stands the unique id of the role, behind it the name of its session. */
  private static boolean isWithinUniqueId(VariableUse variable) {
    boolean afterColon =
        variable.before().stream()
            .anyMatch(part -> part instanceof Part.Text text && text.text().contains(":"));
    return !afterColon
        && (!variable.before().isEmpty()
            || (!variable.after().isEmpty()
                && !(variable.after().get(0) instanceof Part.Text text
                    && text.text().startsWith(":"))));
  }
}
