package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonString;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An account or id that AWS uses in its examples, copied along with one. */
final class DocPlaceholderAccount implements JsonRule {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?<![0-9])(?:111122223333|123456789012|444455556666|555555555555|999999999999)(?![0-9])"
              + "|(?<![A-Za-z0-9])[A-Z0-9]{4,64}EXAMPLE(?![A-Za-z0-9])");

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("doc-placeholder-account", "an account id from AWS's examples")
        .strict();
  }

  @Override
  public void check(JsonValue value, LintedPolicy policy, Findings findings) {
    if (value instanceof JsonString string) {
      Matcher example = EXAMPLE.matcher(string.text());
      if (example.find()) {
        findings.add(
            string.span(), "`" + example.group() + "` stands in AWS's examples", "write your own");
      }
    }
  }
}
