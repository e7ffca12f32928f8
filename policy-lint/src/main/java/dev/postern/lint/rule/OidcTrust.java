package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Locale;
import java.util.Optional;

/**
 * An OIDC provider that a statement lets assume the role, and what it asks of the provider's
 * tokens. AWS: "Available keys for AWS OIDC federation".
 *
 * @param principal where the provider stands
 * @param issuer its URL without {@code https://}, the prefix of its condition keys
 * @param tests those of keys of this provider, in the author's order
 */
record OidcTrust(Located<PrincipalValue> principal, String issuer, ImmutableList<KeyUse> tests) {
  static final String GITHUB = "token.actions.githubusercontent.com";
  static final String COGNITO = "cognito-identity.amazonaws.com";
  private static final String PROVIDER = "oidc-provider/";

  /** Those of a statement; where one must have a key that only another one's token has, none. */
  static ImmutableList<OidcTrust> of(Statement statement, LintedPolicy policy) {
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    ImmutableList<OidcTrust> trusted =
        NamedPrincipals.allowed(statement, PrincipalKind.FEDERATED).stream()
            .flatMap(principal -> of(principal, uses).stream())
            .collect(toImmutableList());
    return trusted.stream()
        .filter(
            one ->
                trusted.stream()
                    .filter(other -> !other.issuer.equals(one.issuer))
                    .flatMap(other -> other.tests.stream())
                    .allMatch(KeyUse::holdsOnAbsentKey))
        .collect(toImmutableList());
  }

  private static Optional<OidcTrust> of(
      Located<PrincipalValue> principal, ImmutableList<KeyUse> uses) {
    return issuer(principal.value())
        .map(
            issuer ->
                new OidcTrust(
                    principal,
                    issuer,
                    uses.stream()
                        .filter(use -> use.isOfFamily(issuer + ":"))
                        .collect(toImmutableList())));
  }

  /** The issuer of a provider's ARN, or of one of the providers that AWS knows by name. */
  static Optional<String> issuer(PrincipalValue principal) {
    if (!(principal instanceof PrincipalValue.Federated)) {
      return Optional.empty();
    }
    Optional<Arn> arn = Arn.parse(principal.text());
    if (arn.isEmpty()) {
      return principal.text().startsWith("arn:")
          ? Optional.empty()
          : Optional.of(principal.text().toLowerCase(Locale.ROOT));
    }
    String resource = arn.get().resource();
    return resource.startsWith(PROVIDER) && resource.length() > PROVIDER.length()
        ? Optional.of(resource.substring(PROVIDER.length()).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whether it is an IAM resource of the account, and not one that AWS knows by name. */
  boolean isOwnProvider() {
    return principal.value().text().startsWith("arn:");
  }

  /** The tests of a claim. */
  ImmutableList<KeyUse> testsOf(String claim) {
    return tests.stream().filter(use -> claim(use).equals(claim)).collect(toImmutableList());
  }

  /** The tests of a claim that say which values it has, rather than which it has not. */
  ImmutableList<KeyUse> namingTestsOf(String claim) {
    return testsOf(claim).stream().filter(OidcTrust::isNaming).collect(toImmutableList());
  }

  /** Whether some test says which values a claim has. */
  boolean names(String claim) {
    return !namingTestsOf(claim).isEmpty();
  }

  /** The claim that a test is about, in lower case. */
  String claim(KeyUse use) {
    return use.foldedKey().substring(issuer.length() + 1);
  }

  private static boolean isNaming(KeyUse use) {
    // Without values, be it that none could be read, it names nobody: that is narrow enough.
    return !use.isNegated() && use.domain() != Domain.PRESENCE;
  }
}
