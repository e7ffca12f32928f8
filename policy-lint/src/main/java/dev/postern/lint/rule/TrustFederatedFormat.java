package dev.postern.lint.rule;

import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A federated principal that is neither a domain's name nor the ARN of a provider. */
final class TrustFederatedFormat implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("trust-federated-format", "no identity provider is called so")
        .on(Kind.TRUST)
        .issueCode("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY")
        .insteadOf("trust-oidc-no-condition")
        .peers("parliament:UNKNOWN_FEDERATION_SOURCE", "boogy:invalid_provider_format");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.of(statement.value(), PrincipalKind.FEDERATED)) {
      String text = principal.value().text();
      if (principal.value() instanceof PrincipalValue.Federated
          && !text.contains("${")
          && !(text.startsWith("arn:") ? isProvider(text) : isDomain(text))) {
        findings.add(
            principal.span(),
            "`" + text + "` is neither the ARN of a provider nor a domain's name",
            "write it as in `arn:aws:iam::111122223333:oidc-provider/example.com`, without"
                + " `https://`");
      }
    }
  }

  private static boolean isProvider(String text) {
    return Arn.parse(text)
        .filter(
            arn ->
                arn.service().equals("iam")
                    && arn.region().isEmpty()
                    && arn.account().length() == 12
                    && arn.account().chars().allMatch(c -> c >= '0' && c <= '9')
                    && isProviderName(arn.resource()))
        .isPresent();
  }

  private static boolean isProviderName(String resource) {
    int slash = resource.indexOf('/');
    String kind = slash < 0 ? "" : resource.substring(0, slash);
    String name = resource.substring(slash + 1);
    return switch (kind) {
      case "saml-provider" -> !name.isEmpty();
      case "oidc-provider" -> !name.isEmpty() && name.indexOf(':') < 0;
      default -> false;
    };
  }

  private static boolean isDomain(String text) {
    return text.indexOf('.') > 0
        && !text.endsWith(".")
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
  }
}
