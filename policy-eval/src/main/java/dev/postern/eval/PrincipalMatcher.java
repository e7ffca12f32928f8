package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.Effect;
import dev.postern.model.PolicyType;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.source.Located;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code Principal} or {@code NotPrincipal}, made ready to match. AWS: "AWS JSON policy elements:
 * Principal" and "… NotPrincipal".
 */
final class PrincipalMatcher {
  private final PolicyType type;
  private final PrincipalElement element;
  private final Effect effect;
  private final ImmutableList<PrincipalValue> values;

  private PrincipalMatcher(
      PolicyType type,
      PrincipalElement element,
      Effect effect,
      ImmutableList<PrincipalValue> values) {
    this.type = type;
    this.element = element;
    this.effect = effect;
    this.values = values;
  }

  static PrincipalMatcher of(PolicyType type, PrincipalElement element, Effect effect) {
    return new PrincipalMatcher(type, element, effect, values(element.principals()));
  }

  private static ImmutableList<PrincipalValue> values(PrincipalSet set) {
    if (set instanceof PrincipalSet.Everyone) {
      return ImmutableList.of(new PrincipalValue.Everyone("*"));
    }
    ImmutableList.Builder<PrincipalValue> values = ImmutableList.builder();
    for (PrincipalSet.Entry entry : ((PrincipalSet.Listed) set).entries()) {
      entry.values().value().stream().map(Located::value).forEach(values::add);
    }
    return values.build();
  }

  ElementOutcome match(Facts facts) {
    if (element instanceof PrincipalElement.Absent) {
      // DOC-13: AWS stores no such resource-based statement; one that it stored once matches
      // nobody.
      return type.kind().isResourceBased()
          ? ElementOutcome.missed(MissReason.STATEMENT_INERT, "DOC-13")
          : ElementOutcome.matched(Truth.HOLDS, "");
    }
    return element instanceof PrincipalElement.NotPrincipal
        ? notPrincipal(facts)
        : principal(facts);
  }

  private ElementOutcome principal(Facts facts) {
    Truth listed = Truth.FAILS;
    String by = "";
    Set<GrantKind> grants = EnumSet.noneOf(GrantKind.class);
    for (PrincipalValue value : values) {
      Match match = match(value, facts);
      if (!match.truth.certainlyFails()) {
        // A certain match is not made doubtful by another value, nor its grant widened by it.
        if (match.truth.certainlyHolds() && !listed.certainlyHolds()) {
          grants.clear();
        }
        if (match.truth.certainlyHolds() || !listed.certainlyHolds()) {
          grants.addAll(match.kinds);
          by = by.isEmpty() || !listed.certainlyHolds() ? value.text() : by;
        }
        listed = listed.or(match.truth);
      }
    }
    return listed.certainlyFails()
        ? whyNot(facts)
        : ElementOutcome.matched(listed, by).granting(ImmutableSet.copyOf(grants));
  }

  private ElementOutcome whyNot(Facts facts) {
    for (PrincipalValue value : values) {
      if (value instanceof PrincipalValue.UniqueId && facts.uniqueId() == null) {
        return ElementOutcome.missed(MissReason.PRINCIPAL_UNIQUE_ID_UNKNOWN, value.text());
      }
      if (isOtherPath(value, facts)) {
        return ElementOutcome.missed(MissReason.PRINCIPAL_OTHER_PATH, value.text());
      }
    }
    return ElementOutcome.missed(MissReason.PRINCIPAL_NOT_LISTED, "");
  }

  private static boolean isOtherPath(PrincipalValue value, Facts facts) {
    if (value instanceof PrincipalValue.User user) {
      return sameName(user.arn(), facts.principal().arn());
    }
    return value instanceof PrincipalValue.Role role
        && facts.role() != null
        && sameName(role.arn(), facts.role());
  }

  private static boolean sameName(Arn one, Arn other) {
    return one.account().equals(other.account()) && lastName(one).equals(lastName(other));
  }

  private static String lastName(Arn arn) {
    return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
  }

  /** Whether a value names the requester, and how. */
  private record Match(Truth truth, ImmutableSet<GrantKind> kinds) {
    static final Match NO = new Match(Truth.FAILS, ImmutableSet.of());

    static Match when(boolean matches, GrantKind kind) {
      return matches ? new Match(Truth.HOLDS, ImmutableSet.of(kind)) : NO;
    }
  }

  /** The table of {@code PRIN-2}. */
  private static Match match(PrincipalValue value, Facts facts) {
    Requester.IamPrincipal requester = facts.principal();
    if (value instanceof PrincipalValue.Everyone) {
      return Match.when(true, GrantKind.WILDCARD);
    }
    if (value instanceof PrincipalValue.Account account) {
      boolean root = requester instanceof Requester.RootUser;
      return Match.when(isOf(requester, account), root ? GrantKind.ROOT : GrantKind.ACCOUNT);
    }
    if (value instanceof PrincipalValue.User user) {
      return user(user.arn(), facts);
    }
    if (value instanceof PrincipalValue.Role role) {
      return Match.when(role.arn().equals(facts.role()), GrantKind.ROLE);
    }
    if (value instanceof PrincipalValue.RoleSession session) {
      boolean same =
          requester instanceof Requester.RoleSession && session.arn().equals(requester.arn());
      return Match.when(same, GrantKind.SESSION);
    }
    if (value instanceof PrincipalValue.FederatedUser federated) {
      return Match.when(federated.arn().equals(requester.arn()), GrantKind.SESSION);
    }
    if (value instanceof PrincipalValue.UniqueId id) {
      return uniqueId(id, facts);
    }
    if (value instanceof PrincipalValue.CanonicalUser canonical) {
      boolean root = requester instanceof Requester.RootUser;
      return Match.when(
          canonical.text().equals(facts.canonicalUser()),
          root ? GrantKind.ROOT : GrantKind.ACCOUNT);
    }
    return Match.NO;
  }

  private static boolean isOf(Requester.IamPrincipal requester, PrincipalValue.Account account) {
    return account.account().equals(requester.arn().account())
        && (account.partition().isEmpty()
            || account.partition().equals(requester.arn().partition()));
  }

  private static Match user(Arn user, Facts facts) {
    if (facts.principal() instanceof Requester.User asking) {
      return Match.when(user.equals(asking.arn()), GrantKind.USER);
    }
    if (!(facts.principal() instanceof Requester.FederatedUser session)) {
      return Match.NO;
    }
    if (facts.issuer() != null) {
      return Match.when(user.toString().equals(facts.issuer()), GrantKind.ISSUER_USER);
    }
    Arn namesake =
        new Arn(
            session.arn().partition(),
            "iam",
            "",
            session.arn().account(),
            "user/" + lastName(session.arn()));
    return user.equals(namesake)
        ? new Match(Truth.open(Unspecified.U58), ImmutableSet.of(GrantKind.ISSUER_USER))
        : Match.NO;
  }

  private static Match uniqueId(PrincipalValue.UniqueId id, Facts facts) {
    if (!id.text().equals(facts.uniqueId())) {
      return Match.NO;
    }
    if (facts.principal() instanceof Requester.User) {
      return Match.when(id.text().startsWith("AIDA"), GrantKind.USER);
    }
    return Match.when(facts.role() != null && id.text().startsWith("AROA"), GrantKind.ROLE);
  }

  /*
   * PRIN-12. Services may look at account, then role, then session, so a requester is spared only
   * when its whole chain is listed. PRIN-14: with Allow the element is not supported and grants
   * nothing.
   */
  private ElementOutcome notPrincipal(Facts facts) {
    boolean exempt = lists(GrantKind.WILDCARD, facts) || chainIsListed(facts);
    if (exempt) {
      return ElementOutcome.missed(MissReason.PRINCIPAL_EXEMPT, "");
    }
    if (effect == Effect.ALLOW) {
      return ElementOutcome.matched(Truth.open(Unspecified.U17, Truth.Taken.FAILS), "NotPrincipal")
          .granting(ImmutableSet.of(GrantKind.WILDCARD))
          .orElse(MissReason.STATEMENT_INERT);
    }
    boolean partly = values.stream().anyMatch(v -> !match(v, facts).truth.certainlyFails());
    return partly
        ? ElementOutcome.matched(Truth.open(Unspecified.U18, Truth.Taken.HOLDS), "NotPrincipal")
            .orElse(MissReason.PRINCIPAL_EXEMPT)
        : ElementOutcome.matched(Truth.HOLDS, "NotPrincipal");
  }

  private boolean chainIsListed(Facts facts) {
    Requester.IamPrincipal requester = facts.principal();
    if (requester instanceof Requester.RootUser) {
      return lists(GrantKind.ROOT, facts);
    }
    if (!lists(GrantKind.ACCOUNT, facts)) {
      return false;
    }
    if (requester instanceof Requester.User) {
      return lists(GrantKind.USER, facts);
    }
    if (requester instanceof Requester.FederatedUser) {
      return lists(GrantKind.SESSION, facts);
    }
    return lists(GrantKind.ROLE, facts)
        && (requester instanceof Requester.UnnamedRoleSession || lists(GrantKind.SESSION, facts));
  }

  private boolean lists(GrantKind kind, Facts facts) {
    return values.stream()
        .map(value -> match(value, facts))
        .anyMatch(match -> match.truth.certainlyHolds() && match.kinds.contains(kind));
  }
}
