package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.Effect;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
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
  private final boolean bareStar;

  private PrincipalMatcher(PolicyType type, PrincipalElement element, Effect effect) {
    this.type = type;
    this.element = element;
    this.effect = effect;
    this.values = values(element.principals());
    this.bareStar = element.principals() instanceof PrincipalSet.Everyone;
  }

  static PrincipalMatcher of(PolicyType type, PrincipalElement element, Effect effect) {
    return new PrincipalMatcher(type, element, effect);
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

  /** Whether there is no such element in a policy whose holder is the requester. */
  boolean isEverybody() {
    return element instanceof PrincipalElement.Absent
        && switch (type.kind()) {
          case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> true;
          // DOC-13: AWS stores no such statement; one that it stored once matches nobody.
          case RESOURCE, KMS_KEY, TRUST, RESOURCE_CONTROL, VPC_ENDPOINT -> false;
        };
  }

  /** Whether the element names the requester. */
  Truth matches(Facts facts, PolicySet policies) {
    if (element instanceof PrincipalElement.Absent) {
      return Truth.of(isEverybody());
    }
    return element instanceof PrincipalElement.NotPrincipal
        ? notPrincipal(facts, policies)
        : principal(facts, policies);
  }

  private Truth principal(Facts facts, PolicySet policies) {
    Truth listed = Truth.FAILS;
    for (int i = 0; i < values.size(); i++) {
      listed = listed.or(match(values.get(i), facts, policies).truth());
    }
    return listed;
  }

  /** How the element names the requester, as a set of bits of {@link GrantKind}. */
  int grants(Facts facts, PolicySet policies) {
    if (element instanceof PrincipalElement.NotPrincipal) {
      return GrantKind.WILDCARD.bit();
    }
    // A certain match is not made doubtful by another value, nor its grant widened by it.
    boolean certain = principal(facts, policies).certainlyHolds();
    int grants = 0;
    for (int i = 0; i < values.size(); i++) {
      PrincipalMatch match = match(values.get(i), facts, policies);
      boolean counts = certain ? match.truth().certainlyHolds() : !match.truth().certainlyFails();
      grants |= counts ? match.kind().bit() : 0;
    }
    return grants;
  }

  private PrincipalMatch match(PrincipalValue value, Facts facts, PolicySet policies) {
    return type.kind() == Kind.VPC_ENDPOINT
        ? PrincipalMatch.atEndpoint(value, bareStar, facts, policies.settings().endpointKind())
        : PrincipalMatch.of(value, bareStar, facts);
  }

  /** The same as {@link #matches} and {@link #grants}, with reasons. */
  ElementOutcome explain(Facts facts, PolicySet policies) {
    Truth truth = matches(facts, policies);
    if (element instanceof PrincipalElement.Absent) {
      return truth.certainlyFails()
          ? ElementOutcome.missed(MissReason.STATEMENT_INERT, "DOC-13")
          : ElementOutcome.matched(truth, "");
    }
    if (element instanceof PrincipalElement.NotPrincipal) {
      return notPrincipal(truth, facts, policies);
    }
    return truth.certainlyFails()
        ? whyNot(facts)
        : ElementOutcome.matched(truth, by(truth, facts, policies))
            .granting(GrantKind.of(grants(facts, policies)));
  }

  private String by(Truth truth, Facts facts, PolicySet policies) {
    for (PrincipalValue value : values) {
      Truth one = match(value, facts, policies).truth();
      if (truth.certainlyHolds() ? one.certainlyHolds() : !one.certainlyFails()) {
        return value.text();
      }
    }
    return "";
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
    Arn principal = facts.principalArn();
    if (principal == null) {
      return false;
    }
    if (value instanceof PrincipalValue.User user) {
      return facts.kind() == RequesterKind.USER && sameName(user.arn(), principal);
    }
    return value instanceof PrincipalValue.Role role
        && facts.role() != null
        && sameName(role.arn(), principal);
  }

  private static boolean sameName(Arn one, Arn other) {
    return one.account().equals(other.account())
        && PrincipalMatch.lastName(one).equals(PrincipalMatch.lastName(other));
  }

  /*
   * PRIN-12. Services may look at account, then role, then session, so a requester is spared only
   * when its whole chain is listed. PRIN-13: one with a permissions boundary is never spared.
   * PRIN-14: with Allow the element is not supported and grants nothing.
   */
  private Truth notPrincipal(Facts facts, PolicySet policies) {
    if (effect == Effect.ALLOW) {
      return isExempt(facts, policies)
          ? Truth.FAILS
          : Truth.open(Unspecified.U17, Truth.Taken.FAILS);
    }
    if (policies.boundsRequester(facts) || !namesPartly(facts, policies)) {
      return Truth.HOLDS;
    }
    if (isExempt(facts, policies)) {
      return Truth.FAILS;
    }
    boolean everyone = kinds(facts, policies).contains(GrantKind.WILDCARD);
    return Truth.open(everyone ? Unspecified.U19 : Unspecified.U18, Truth.Taken.HOLDS);
  }

  private boolean namesPartly(Facts facts, PolicySet policies) {
    return !principal(facts, policies).certainlyFails();
  }

  private boolean isExempt(Facts facts, PolicySet policies) {
    Set<GrantKind> listed = EnumSet.noneOf(GrantKind.class);
    for (PrincipalValue value : values) {
      PrincipalMatch match = match(value, facts, policies);
      if (match.truth().certainlyHolds()) {
        listed.add(match.kind());
      }
    }
    return listed.contains(GrantKind.WILDCARD) || chainIsListed(facts, listed);
  }

  private Set<GrantKind> kinds(Facts facts, PolicySet policies) {
    Set<GrantKind> kinds = EnumSet.noneOf(GrantKind.class);
    for (PrincipalValue value : values) {
      PrincipalMatch match = match(value, facts, policies);
      if (!match.truth().certainlyFails()) {
        kinds.add(match.kind());
      }
    }
    return kinds;
  }

  private static boolean chainIsListed(Facts facts, Set<GrantKind> listed) {
    return switch (facts.kind()) {
      case ROOT -> listed.contains(GrantKind.ROOT);
      case USER -> listed.contains(GrantKind.ACCOUNT) && listed.contains(GrantKind.USER);
      case ROLE_SESSION ->
          listed.contains(GrantKind.ACCOUNT)
              && listed.contains(GrantKind.ROLE)
              && (facts.requester() instanceof Requester.UnnamedRoleSession
                  || listed.contains(GrantKind.SESSION));
      case FED_SESSION -> listed.contains(GrantKind.ACCOUNT) && listed.contains(GrantKind.SESSION);
      case SERVICE -> listed.contains(GrantKind.SERVICE);
      case FEDERATED -> listed.contains(GrantKind.PROVIDER);
      case CANONICAL -> listed.contains(GrantKind.ACCOUNT);
      case ANONYMOUS -> false;
    };
  }

  private ElementOutcome notPrincipal(Truth truth, Facts facts, PolicySet policies) {
    if (truth.certainlyFails()) {
      return ElementOutcome.missed(MissReason.PRINCIPAL_EXEMPT, "");
    }
    ElementOutcome matched = ElementOutcome.matched(truth, "NotPrincipal");
    if (effect == Effect.ALLOW) {
      return matched
          .granting(GrantKind.of(grants(facts, policies)))
          .orElse(MissReason.STATEMENT_INERT);
    }
    return truth.isCertain() ? matched : matched.orElse(MissReason.PRINCIPAL_EXEMPT);
  }
}
