package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A Sid is made of letters and digits. AWS: "IAM JSON policy elements: Sid". */
final class SidCharacters implements StatementRule {
  private static final CharMatcher STRANGE =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'))
          .negate();

  @Override
  public RuleInfo info() {
    return RuleInfo.error("sid-characters", "a `Sid` is made of letters and digits")
        .peers("parliament:INVALID_SID", "boogy:invalid_sid_format")
        .on(
            Kind.IDENTITY,
            Kind.PERMISSIONS_BOUNDARY,
            Kind.SESSION,
            Kind.TRUST,
            Kind.SERVICE_CONTROL,
            Kind.RESOURCE_CONTROL)
        .issueCode("UNSUPPORTED_SID");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    String sid = statement.value().sid().value().asText().orElse("");
    int strange = STRANGE.indexIn(sid);
    if (strange >= 0) {
      findings.add(
          statement.value().sid().span(),
          "`" + Character.toString(sid.codePointAt(strange)) + "` in the `Sid` `" + sid + "`",
          "letters A to Z, a to z and digits only");
    }
  }
}
