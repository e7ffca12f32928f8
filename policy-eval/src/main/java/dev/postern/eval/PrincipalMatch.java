package dev.postern.eval;

import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether one value of {@code Principal} names the requester, and how: the table of AWS's page "AWS
 * JSON policy elements: Principal".
 *
 * @param truth whether it does
 * @param kind how, if it does
 */
record PrincipalMatch(Truth truth, GrantKind kind) {
  private static final PrincipalMatch NO = new PrincipalMatch(Truth.FAILS, GrantKind.WILDCARD);
  private static final PrincipalMatch[] YES = new PrincipalMatch[GrantKind.values().length];

  static {
    for (GrantKind kind : GrantKind.values()) {
      YES[kind.ordinal()] = new PrincipalMatch(Truth.HOLDS, kind);
    }
  }

  private static PrincipalMatch when(boolean matches, GrantKind kind) {
    return matches ? YES[kind.ordinal()] : NO;
  }

  /**
   * How a value names a requester.
   *
   * @param bareStar whether an everyone is written {@code "*"}, not {@code {"AWS": "*"}}
   */
  static PrincipalMatch of(PrincipalValue value, boolean bareStar, Facts facts) {
    if (value instanceof PrincipalValue.Everyone) {
      return everyone(bareStar, facts);
    }
    if (value instanceof PrincipalValue.Account account) {
      boolean root = facts.kind() == RequesterKind.ROOT;
      return when(isOf(facts, account), root ? GrantKind.ROOT : GrantKind.ACCOUNT);
    }
    if (value instanceof PrincipalValue.User user) {
      return user(user.arn(), facts);
    }
    if (value instanceof PrincipalValue.Role role) {
      return when(role.arn().equals(facts.role()), GrantKind.ROLE);
    }
    if (value instanceof PrincipalValue.RoleSession session) {
      boolean same =
          facts.requester() instanceof Requester.RoleSession && session.arn().equals(facts.arn());
      return when(same, GrantKind.SESSION);
    }
    if (value instanceof PrincipalValue.FederatedUser federated) {
      return when(federated.arn().equals(facts.arn()), GrantKind.SESSION);
    }
    if (value instanceof PrincipalValue.UniqueId id) {
      return uniqueId(id, facts);
    }
    if (value instanceof PrincipalValue.CanonicalUser canonical) {
      boolean root = facts.kind() == RequesterKind.ROOT;
      return when(
          canonical.text().equals(facts.canonicalUser()),
          root ? GrantKind.ROOT : GrantKind.ACCOUNT);
    }
    if (value instanceof PrincipalValue.Service service) {
      boolean same =
          facts.kind() == RequesterKind.SERVICE && service.text().equals(facts.requester().text());
      return when(same, GrantKind.SERVICE);
    }
    return value instanceof PrincipalValue.Federated provider ? provider(provider, facts) : NO;
  }

  /**
   * At a VPC endpoint. A gateway knows accounts by their root user alone; users and roles cannot be
   * named there, and what a policy does that names them all the same AWS does not say.
   */
  static PrincipalMatch atEndpoint(
      PrincipalValue value, boolean bareStar, Facts facts, @Nullable VpcEndpointKind kind) {
    PrincipalMatch match = of(value, bareStar, facts);
    boolean asWritten =
        value instanceof PrincipalValue.Everyone
            || match.truth.certainlyFails()
            || match.kind == GrantKind.ROOT
            || kind == VpcEndpointKind.INTERFACE;
    if (asWritten) {
      return match;
    }
    return kind == VpcEndpointKind.GATEWAY && match.kind == GrantKind.ACCOUNT
        ? NO
        : new PrincipalMatch(match.truth.and(Truth.open(Unspecified.U44)), match.kind);
  }

  /* PRIN-3: one page takes the two spellings for the same, another speaks of IAM principals. */
  private static PrincipalMatch everyone(boolean bareStar, Facts facts) {
    boolean open =
        !bareStar
            && (facts.kind() == RequesterKind.SERVICE || facts.kind() == RequesterKind.FEDERATED);
    return open
        ? new PrincipalMatch(Truth.open(Unspecified.U19), GrantKind.WILDCARD)
        : when(true, GrantKind.WILDCARD);
  }

  private static boolean isOf(Facts facts, PrincipalValue.Account account) {
    Arn arn = facts.arn();
    return account.account().equals(facts.account())
        && (account.partition().isEmpty()
            || (arn != null && account.partition().equals(arn.partition())));
  }

  private static PrincipalMatch user(Arn user, Facts facts) {
    if (facts.kind() == RequesterKind.USER) {
      return when(user.equals(facts.arn()), GrantKind.USER);
    }
    Arn session = facts.arn();
    if (facts.kind() != RequesterKind.FED_SESSION || session == null) {
      return NO;
    }
    if (facts.issuer() != null) {
      return when(user.toString().equals(facts.issuer()), GrantKind.ISSUER_USER);
    }
    boolean namesake =
        user.partition().equals(session.partition())
            && user.account().equals(session.account())
            && user.resource().equals("user/" + lastName(session));
    return namesake ? new PrincipalMatch(Truth.open(Unspecified.U58), GrantKind.ISSUER_USER) : NO;
  }

  private static PrincipalMatch uniqueId(PrincipalValue.UniqueId id, Facts facts) {
    if (!id.text().equals(facts.uniqueId())) {
      return NO;
    }
    if (facts.kind() == RequesterKind.USER) {
      return when(id.text().startsWith("AIDA"), GrantKind.USER);
    }
    return when(facts.role() != null && id.text().startsWith("AROA"), GrantKind.ROLE);
  }

  /* STS-6: a provider that belongs to another account than the role is taken not to match. */
  private static PrincipalMatch provider(PrincipalValue.Federated provider, Facts facts) {
    boolean same =
        facts.kind() == RequesterKind.FEDERATED && provider.text().equals(facts.requester().text());
    if (same && isOfAnotherAccount(provider.text(), facts)) {
      return new PrincipalMatch(Truth.open(Unspecified.U52, Truth.Taken.FAILS), GrantKind.PROVIDER);
    }
    return when(same, GrantKind.PROVIDER);
  }

  private static boolean isOfAnotherAccount(String provider, Facts facts) {
    Arn arn = Arn.parse(provider).orElse(null);
    return arn != null && facts.owner() != null && !arn.account().equals(facts.owner());
  }

  static String lastName(Arn arn) {
    return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
  }
}
