package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy gives something to somebody whom its owner forbids, or does not list. */
final class PrincipalForbidden implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("principal-forbidden", "a principal that must not be let in")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST)
        .optIn(
            expectations ->
                !expectations.forbiddenPrincipals().isEmpty()
                    || !expectations.allowedPrincipals().isEmpty())
        .peers("boogy:blocked_principal", "boogy:unauthorized_principal");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()) {
      return;
    }
    Expectations expected = policy.expectations();
    for (Located<PrincipalValue> principal : NamedPrincipals.addressed(statement)) {
      if (isAmong(expected.forbiddenPrincipals(), principal.value())) {
        findings.add(
            principal.span(),
            "`" + principal.value().text() + "` is forbidden",
            "take it out; `forbiddenPrincipals` lists it");
      } else if (isOutside(expected.allowedPrincipals(), principal.value())) {
        findings.add(
            principal.span(),
            "`" + principal.value().text() + "` is not among the allowed principals",
            "take it out, or list it under `allowedPrincipals`");
      }
    }
    everyone(statement, policy)
        .ifPresent(
            span ->
                findings.add(
                    span,
                    "everyone is more than the allowed principals",
                    "name the principals that are meant"));
  }

  /* Confined, everyone is whom the conditions name. */
  private static Optional<SourceSpan> everyone(Statement statement, LintedPolicy policy) {
    ImmutableList<Glob> allowed = policy.expectations().allowedPrincipals();
    return PublicGrant.everyone(statement.principal())
        .filter(span -> !allowed.isEmpty())
        .filter(span -> allowed.stream().noneMatch(Glob::matchesEverything))
        .filter(span -> Confinement.of(statement, policy).isOpen());
  }

  private static boolean isOutside(ImmutableList<Glob> allowed, PrincipalValue principal) {
    boolean isSomebody =
        !(principal instanceof PrincipalValue.Everyone
            || principal instanceof PrincipalValue.UniqueId
            || principal instanceof PrincipalValue.Unrecognized);
    return isSomebody && !allowed.isEmpty() && !isAmong(allowed, principal);
  }

  private static boolean isAmong(ImmutableList<Glob> globs, PrincipalValue principal) {
    return names(principal).anyMatch(name -> globs.stream().anyMatch(glob -> glob.matches(name)));
  }

  /* Whoever lists an account means all of it; its two spellings are one. */
  private static Stream<String> names(PrincipalValue principal) {
    if (principal instanceof PrincipalValue.Account account) {
      return Stream.concat(
          Stream.of(account.account()),
          partitions(account).map(part -> "arn:" + part + ":iam::" + account.account() + ":root"));
    }
    return Stream.concat(Stream.of(principal.text()), ResourceOwner.accountOf(principal).stream());
  }

  private static Stream<String> partitions(PrincipalValue.Account account) {
    return account.partition().isEmpty()
        ? Regions.bundled().partitions().stream()
        : Stream.of(account.partition());
  }
}
