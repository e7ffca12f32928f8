package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PolicyVersion;

/** The version of 2008 has no policy variables. AWS: "IAM JSON policy elements: Version". */
final class VersionOld implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("version-old", "2008-10-17 is the old version of the language")
        .peers("parliament:OLD_VERSION", "boogy:outdated_version");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    if (policy.document().version().value() != PolicyVersion.V2008_10_17) {
      return;
    }
    Kind kind = policy.type().kind();
    // AWS Organizations takes the current version only: "SCP syntax", "RCP syntax".
    boolean refused = kind == Kind.SERVICE_CONTROL || kind == Kind.RESOURCE_CONTROL;
    findings
        .at(policy.document().version().span())
        .message("`2008-10-17` is the old version of the policy language")
        .advice("write `2012-10-17`, and mind that `${…}` is a variable there")
        .severity(refused ? Severity.ERROR : Severity.WARNING)
        .add();
  }
}
