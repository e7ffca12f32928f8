package dev.postern.eval.reference;

import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.source.Located;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whom a statement names. AWS: "AWS JSON policy elements: Principal", "AWS JSON policy elements:
 * NotPrincipal", "Gateway endpoints".
 */
final class ReferencePrincipal {
  /** As what a requester is named; it decides what else the requester needs. */
  enum Named {
    WILDCARD,
    ACCOUNT,
    ROOT,
    USER,
    ISSUER_USER,
    ROLE,
    SESSION,
    SERVICE,
    PROVIDER
  }

  private final Case asked;
  private final Asker asker;
  private final Resource resource;
  private final Place place;

  ReferencePrincipal(Case asked, Resource resource, Place place) {
    this.asked = asked;
    this.asker = asked.asker();
    this.resource = resource;
    this.place = place;
  }

  boolean matches(PrincipalElement element, boolean allow, Readings readings) {
    if (element instanceof PrincipalElement.Absent) {
      return false;
    }
    if (element instanceof PrincipalElement.Principal) {
      return !named(element, readings).isEmpty();
    }
    return !allow && !spares(element, readings);
  }

  /* AWS: such a Deny always applies to users and roles that have a permissions boundary. */
  private boolean spares(PrincipalElement element, Readings readings) {
    boolean userOrRole = asker.kind() == Asker.Kind.USER || asker.kind().isRole();
    if (userOrRole && asked.has(Place.PERMISSIONS_BOUNDARY)) {
      return false;
    }
    Set<Named> named = named(element, readings);
    if (named.contains(Named.WILDCARD)) {
      return true;
    }
    // Services may look for each member of the chain, so an incomplete list spares nobody.
    return switch (asker.kind()) {
      case ROOT -> named.contains(Named.ROOT) || named.contains(Named.ACCOUNT);
      case USER -> named.containsAll(EnumSet.of(Named.ACCOUNT, Named.USER));
      case ROLE_SESSION -> named.containsAll(EnumSet.of(Named.ACCOUNT, Named.ROLE, Named.SESSION));
      case BARE_ROLE -> named.containsAll(EnumSet.of(Named.ACCOUNT, Named.ROLE));
      case FEDERATED_USER -> named.containsAll(EnumSet.of(Named.ACCOUNT, Named.SESSION));
      case SERVICE, PROVIDER, CANONICAL -> !named.isEmpty();
      case ANONYMOUS -> false;
    };
  }

  /** Everything as which the element names the requester. */
  Set<Named> named(PrincipalElement element, Readings readings) {
    Set<Named> all = EnumSet.noneOf(Named.class);
    if (element.principals() instanceof PrincipalSet.Everyone) {
      all.add(Named.WILDCARD);
      return all;
    }
    for (PrincipalSet.Entry entry : ((PrincipalSet.Listed) element.principals()).entries()) {
      for (Located<PrincipalValue> value : entry.values().value()) {
        String text = value.value().text();
        switch (entry.kind().value().text()) {
          case "AWS" -> aws(text, readings, all);
          case "Service" -> add(asker.kind() == Asker.Kind.SERVICE && is(text), Named.SERVICE, all);
          case "Federated" -> add(isProvider(text) && mayBeNamed(readings), Named.PROVIDER, all);
          default -> {
            if (asker.canonicalId().equals(text)) {
              account(Named.ACCOUNT, readings, all);
            }
          }
        }
      }
    }
    return all;
  }

  private static void add(boolean named, Named as, Set<Named> all) {
    if (named) {
      all.add(as);
    }
  }

  private boolean is(String text) {
    return asker.text().equals(text);
  }

  private void aws(String text, Readings readings, Set<Named> all) {
    if (text.equals("*")) {
      // AWS: the same as "*"; elsewhere: every principal of the partition, which services are not.
      boolean neither = asker.kind() == Asker.Kind.SERVICE || asker.kind() == Asker.Kind.PROVIDER;
      add(!neither || readings.of("U19"), Named.WILDCARD, all);
      return;
    }
    if (!asker.kind().isIam()) {
      return;
    }
    String iam = "arn:" + asker.partition() + ":iam::" + asker.account() + ":";
    if (text.equals(asker.account()) || text.equals(iam + "root")) {
      account(Named.ROOT, readings, all);
    }
    if (!mayBeNamed(readings)) {
      return;
    }
    boolean byId = !asker.uniqueId().isEmpty() && text.equals(asker.uniqueId());
    switch (asker.kind()) {
      case USER -> add(is(text) || byId, Named.USER, all);
      case ROLE_SESSION -> {
        add(is(text), Named.SESSION, all);
        add(text.equals(asker.roleArn()) || byId, Named.ROLE, all);
      }
      case BARE_ROLE -> add(is(text) || byId, Named.ROLE, all);
      case FEDERATED_USER -> {
        add(is(text), Named.SESSION, all);
        add(isIssuer(text, iam, readings), Named.ISSUER_USER, all);
      }
      default -> {}
    }
  }

  /* AWS: in the policy of a gateway endpoint an account stands for its root user alone. */
  private void account(Named asRoot, Readings readings, Set<Named> all) {
    if (asker.kind() == Asker.Kind.ROOT) {
      all.add(asRoot);
      return;
    }
    String kind = endpointKind();
    add(kind.equals("INTERFACE") || (kind.isEmpty() && readings.of("U44")), Named.ACCOUNT, all);
  }

  /* AWS: no users and roles in the policy of a gateway endpoint; what they do there it keeps back. */
  private boolean mayBeNamed(Readings readings) {
    return endpointKind().equals("INTERFACE") || readings.of("U44");
  }

  private String endpointKind() {
    return place == Place.VPC_ENDPOINT ? asked.circumstances().endpointKind() : "INTERFACE";
  }

  private boolean isIssuer(String text, String iam, Readings readings) {
    if (!asker.issuer().isEmpty()) {
      return text.equals(asker.issuer());
    }
    return text.equals(iam + "user/" + asker.name()) && readings.of("U58");
  }

  /* AWS: the provider of the account in which the role is. */
  private boolean isProvider(String text) {
    if (asker.kind() != Asker.Kind.PROVIDER || !is(text)) {
      return false;
    }
    return !text.startsWith("arn:") || Resource.fields(text).get(4).equals(resource.owner());
  }
}
