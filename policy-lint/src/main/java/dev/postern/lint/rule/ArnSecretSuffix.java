package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A secret by its name alone: Secrets Manager puts a hyphen and six characters behind it. AWS:
 * "Secrets Manager API Reference: CreateSecret".
 */
final class ArnSecretSuffix implements StatementRule {
  private static final String SECRET = "secret:";
  private static final int SUFFIX = "-AbCdEf".length();
  private static final CharMatcher RANDOM =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'));

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "arn-secret-suffix", "a secret's ARN has six characters behind its name")
        .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.RESOURCE, Kind.KMS_KEY);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> entry : statement.value().resource().value().patterns()) {
      if (entry.value() instanceof ArnPattern pattern && lacksSuffix(Arn.of(pattern.text()))) {
        String text = pattern.text() + "-??????";
        Findings.Draft draft =
            findings
                .at(entry.span())
                .message("`" + pattern.text() + "` is no secret's ARN, so it matches nothing")
                .advice("write `" + text + "`, or the six characters that the secret has");
        ListEdit.replace(Fix.Kind.OFFER, "write `" + text + "`", entry.span(), text, policy)
            .ifPresent(draft::fix);
        draft.add();
      }
    }
  }

  /* A name may itself look as if it had the suffix; then nobody knows. */
  private static boolean lacksSuffix(Arn arn) {
    String resource = arn.resource();
    if (!arn.service().equals("secretsmanager")
        || !resource.startsWith(SECRET)
        || resource.length() == SECRET.length()
        || resource.indexOf('*') >= 0
        || resource.indexOf('?') >= 0
        || resource.indexOf('$') >= 0) {
      return false;
    }
    int suffix = resource.length() - SUFFIX;
    return suffix < SECRET.length()
        || resource.charAt(suffix) != '-'
        || !RANDOM.matchesAllOf(resource.substring(suffix + 1));
  }
}
