package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.json.JsonValue.JsonObject;

/**
 * A document without {@code Version} is read as 2008-10-17, which has no policy variables. AWS:
 * "IAM JSON policy elements: Version".
 */
final class VersionMissing implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("version-missing", "the document has no `Version`")
        .peers("parliament:NO_VERSION")
        .issueCode("MISSING_VERSION");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    boolean missing =
        policy.json().orElse(null) instanceof JsonObject document
            && document.get("Version").isEmpty()
            && document.get("Statement").isPresent();
    if (missing) {
      // The reader refuses such a resource control policy. AWS Organizations: "RCP syntax".
      boolean refused = policy.type().kind() == Kind.RESOURCE_CONTROL;
      findings
          .at(policy.span())
          .message("the document has no `Version`, and is read as 2008-10-17")
          .advice("write `\"Version\": \"2012-10-17\"`")
          .severity(refused ? Severity.ERROR : Severity.WARNING)
          .add();
    }
  }
}
