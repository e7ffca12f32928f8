package dev.postern.eval.reference;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Circumstances.KeyGrant;
import dev.postern.eval.reference.ReferencePrincipal.Named;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may use a key. AWS KMS: "Key policies", "Default key policy", "Allowing users in other
 * accounts to use a KMS key", "Grants", "Creating grants", "Retiring and revoking grants".
 */
final class ReferenceKms {
  private static final ImmutableSet<String> CROSS_ACCOUNT =
      ImmutableSet.of(
          "decrypt",
          "encrypt",
          "generatedatakey",
          "generatedatakeypair",
          "generatedatakeypairwithoutplaintext",
          "generatedatakeywithoutplaintext",
          "generatemac",
          "verifymac",
          "reencryptfrom",
          "reencryptto",
          "sign",
          "verify",
          "derivesharedsecret",
          "creategrant",
          "describekey",
          "getkeyrotationstatus",
          "getpublickey",
          "listgrants",
          "retiregrant",
          "revokegrant");

  private final Case asked;
  private final Asker asker;
  private final Resource resource;
  private final ReferenceMatches matches;
  private final ReferenceAccess access;

  ReferenceKms(Case asked, Resource resource, ReferenceMatches matches, ReferenceAccess access) {
    this.asked = asked;
    this.asker = asked.asker();
    this.resource = resource;
    this.matches = matches;
    this.access = access;
  }

  /** Operations on a key; others go by identity policies. */
  boolean decides() {
    return asked.service().equals("kms")
        && resource.service().equals("kms")
        && resource.name().startsWith("key/");
  }

  boolean hasAccess() {
    if (operation().equals("retiregrant")) {
      return asker.kind().isIam()
          && asked.circumstances().key().grants().stream().anyMatch(this::mayRetire);
    }
    if (!asked.has(Place.RESOURCE)) {
      return false;
    }
    if (!asker.kind().isIam()) {
      return asker.kind() == Asker.Kind.SERVICE && !matches.grants().isEmpty();
    }
    boolean same = access.isSameAccount();
    if (!same && !CROSS_ACCOUNT.contains(operation())) {
      return false;
    }
    boolean byPolicy =
        same
            ? byKeyPolicy(matches.grants())
            : !matches.grants().isEmpty() && access.ownPoliciesAllow();
    return byPolicy || asked.circumstances().key().grants().stream().anyMatch(this::gives);
  }

  private String operation() {
    return ReferenceText.foldName(asked.action()).substring("kms:".length());
  }

  /* AWS: unlike other resources, a key must say so even for its own account and its root user. */
  private boolean byKeyPolicy(Set<Named> named) {
    boolean delegated = named.contains(Named.ACCOUNT) && access.ownPoliciesAllow();
    return switch (asker.kind()) {
      case USER -> named.contains(Named.USER) || named.contains(Named.WILDCARD) || delegated;
      case ROLE_SESSION, BARE_ROLE ->
          named.contains(Named.SESSION)
              || named.contains(Named.WILDCARD)
              || (named.contains(Named.ROLE) && access.boundaryAndSessionAllow())
              || delegated;
      case ROOT ->
          (named.contains(Named.ROOT) || named.contains(Named.WILDCARD)) && access.sessionAllows();
      default -> delegated;
    };
  }

  // Grants

  private boolean gives(KeyGrant grant) {
    return grant.keyArn().equals(resource.text())
        && lists(grant, operation())
        && handsOnNoMore(grant)
        && constraintsHold(grant)
        && isFor(grant.grantee());
  }

  /* AWS: what is created by a grant may not exceed it; of what is not known it may. */
  private boolean handsOnNoMore(KeyGrant grant) {
    if (!operation().equals("creategrant")) {
      return true;
    }
    List<String> operations =
        asked.context().entrySet().stream()
            .filter(key -> ReferenceText.foldName(key.getKey()).equals("kms:grantoperations"))
            .flatMap(key -> key.getValue().values().stream())
            .toList();
    boolean unconstrained = grant.equalTo().isEmpty() && grant.subset().isEmpty();
    return unconstrained && !operations.isEmpty() && grant.operations().containsAll(operations);
  }

  private static boolean lists(KeyGrant grant, String operation) {
    return grant.operations().stream()
        .anyMatch(listed -> ReferenceText.foldName(listed).equals(operation));
  }

  /* AWS: the retiring principal, a grantee that was given the operation, the issuing account. */
  private boolean mayRetire(KeyGrant grant) {
    boolean byAccount = asker.account().equals(issuingAccount(grant)) && access.ownPoliciesAllow();
    return grant.keyArn().equals(resource.text())
        && (names(grant.retiringPrincipal())
            || (lists(grant, "retiregrant") && names(grant.grantee()))
            || byAccount);
  }

  /* A grant is made in the account of its key unless said otherwise. */
  private static String issuingAccount(KeyGrant grant) {
    return grant.issuingAccount().isEmpty()
        ? Resource.fields(grant.keyArn()).get(4)
        : grant.issuingAccount();
  }

  /* AWS: to retire is for those whom the grant names; of other accounts it says nothing else. */
  private boolean names(String principal) {
    Set<Named> named = named(principal);
    return isOfAccount(named) ? access.ownPoliciesAllow() : access.isGivenDirectly(named);
  }

  private static boolean isOfAccount(Set<Named> named) {
    return named.contains(Named.ACCOUNT) || named.contains(Named.ROOT);
  }

  private boolean isFor(String principal) {
    Set<Named> named = named(principal);
    if (named.isEmpty()) {
      return false;
    }
    if (!access.isSameAccount()) {
      return access.ownPoliciesAllow();
    }
    return isOfAccount(named) ? access.ownPoliciesAllow() : access.isGivenDirectly(named);
  }

  private Set<Named> named(String principal) {
    Set<Named> named = EnumSet.noneOf(Named.class);
    String iam = "arn:" + asker.partition() + ":iam::" + asker.account() + ":";
    if (principal.equals(iam + "root") || principal.equals(asker.account())) {
      named.add(asker.kind() == Asker.Kind.ROOT ? Named.ROOT : Named.ACCOUNT);
    }
    boolean itself = principal.equals(asker.text());
    switch (asker.kind()) {
      case USER -> {
        if (itself) {
          named.add(Named.USER);
        }
      }
      case ROLE_SESSION, BARE_ROLE -> {
        if (principal.equals(asker.roleArn())) {
          named.add(Named.ROLE);
        } else if (itself) {
          named.add(Named.SESSION);
        }
      }
      case FEDERATED_USER -> {
        if (itself) {
          named.add(Named.SESSION);
        } else if (!asker.issuer().isEmpty() && principal.equals(asker.issuer())) {
          named.add(Named.ISSUER_USER);
        }
      }
      default -> {}
    }
    return named;
  }

  /* AWS: case-sensitive, and not for DescribeKey and RetireGrant. */
  private boolean constraintsHold(KeyGrant grant) {
    if (operation().equals("describekey") || operation().equals("retiregrant")) {
      return true;
    }
    ImmutableMap<String, String> equalTo = grant.equalTo();
    ImmutableMap<String, String> subset = grant.subset();
    if (equalTo.isEmpty() && subset.isEmpty()) {
      return true;
    }
    Map<String, String> pairs = encryptionContext();
    return !pairs.isEmpty()
        && (equalTo.isEmpty() || pairs.equals(equalTo))
        && pairs.entrySet().containsAll(subset.entrySet());
  }

  private Map<String, String> encryptionContext() {
    String prefix = "kms:encryptioncontext:";
    Map<String, String> pairs = new HashMap<>();
    asked
        .context()
        .forEach(
            (key, value) -> {
              if (ReferenceText.foldName(key).startsWith(prefix)
                  && value instanceof ContextValue.Single single) {
                pairs.put(key.substring(prefix.length()), single.text());
              }
            });
    return pairs;
  }
}
