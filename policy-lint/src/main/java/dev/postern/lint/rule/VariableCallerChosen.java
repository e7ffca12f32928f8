package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A grant on whichever resource the caller names in the same request. */
final class VariableCallerChosen implements StatementRule {
  private static final ImmutableSet<String> CHOSEN =
      ImmutableSet.of("aws:referer", "aws:useragent", "sts:rolesessionname", "s3:prefix");
  private static final String REQUEST_TAG = "aws:requesttag/";
  private static final String RESOURCE_TAG = "aws:ResourceTag/";

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "variable-caller-chosen", "the caller chooses the resource that is allowed")
        .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.RESOURCE, Kind.KMS_KEY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()) {
      return;
    }
    ImmutableList<KeyUse> tests = KeyUse.allOf(statement, policy);
    report(VariableUse.ofResources(statement, policy), tests, findings);
    for (KeyUse test : tests) {
      if (test.isOfFamily(RESOURCE_TAG) && !test.isNegated()) {
        report(VariableUse.ofValues(test, policy), tests, findings);
      }
    }
  }

  private static void report(
      ImmutableList<VariableUse> variables, ImmutableList<KeyUse> tests, Findings findings) {
    for (VariableUse variable : variables) {
      String key = variable.key().folded();
      if ((CHOSEN.contains(key) || key.startsWith(REQUEST_TAG)) && !isTested(key, tests)) {
        findings.add(
            variable.span(),
            variable.quoted() + " is whatever the caller sends, and so is what this matches",
            "use what the caller cannot choose, such as `${aws:PrincipalTag/…}`, or test the key");
      }
    }
  }

  /* A second test of the same key may leave the caller no choice. */
  private static boolean isTested(String key, ImmutableList<KeyUse> tests) {
    return tests.stream().anyMatch(test -> test.foldedKey().equals(key));
  }
}
