package dev.postern.eval.reference;

import com.google.common.collect.ImmutableSet;
import dev.postern.eval.reference.ReferencePrincipal.Named;
import java.util.Set;

/**
 * Who may become whom. AWS: "Permissions for temporary security credentials", "Update a role trust
 * policy", "Compare AWS STS credentials", and the STS API Reference.
 */
final class ReferenceSts {
  private static final ImmutableSet<String> ON_A_ROLE =
      ImmutableSet.of(
          "sts:assumerole",
          "sts:assumerolewithsaml",
          "sts:assumerolewithwebidentity",
          "sts:tagsession",
          "sts:setsourceidentity");

  private final Asker asker;
  private final String action;
  private final Resource resource;
  private final ReferenceMatches matches;

  ReferenceSts(Case asked, Resource resource, ReferenceMatches matches) {
    this.asker = asked.asker();
    this.action = ReferenceText.foldName(asked.action());
    this.resource = resource;
    this.matches = matches;
  }

  /** AWS: GetSessionToken needs no permission, and none can be denied. */
  boolean isAlwaysAllowed() {
    boolean longTerm = asker.kind() == Asker.Kind.USER || asker.kind() == Asker.Kind.ROOT;
    return action.equals("sts:getsessiontoken") && longTerm;
  }

  /** AWS: which API operations go with which credentials. */
  boolean isNeverAllowed() {
    return switch (asker.kind()) {
      case FEDERATED_USER ->
          action.startsWith("iam:") || (action.startsWith("sts:") && !asksWhoItIs());
      case ROLE_SESSION, BARE_ROLE ->
          action.equals("sts:getfederationtoken") || action.equals("sts:getsessiontoken");
      case ROOT -> action.equals("sts:assumerole");
      default -> false;
    };
  }

  boolean asksWhoItIs() {
    return action.equals("sts:getcalleridentity") && asker.kind().isIam();
  }

  boolean decides() {
    return ON_A_ROLE.contains(action) && resource.service().equals("iam");
  }

  /** AWS: the trust policy must allow, whoever asks. */
  boolean hasAccess(ReferenceAccess access) {
    Set<Named> grants = matches.grants();
    if (grants.isEmpty()) {
      return false;
    }
    return switch (asker.kind()) {
      case SERVICE -> true;
      case PROVIDER -> goesWithItsProvider();
      case ANONYMOUS -> false;
      default ->
          (access.isSameAccount() && isNamedItself(grants))
              ? access.boundaryAndSessionAllow()
              : access.ownPoliciesAllow();
    };
  }

  /* AWS: a SAML provider goes with AssumeRoleWithSAML, an OIDC provider with the other. */
  private boolean goesWithItsProvider() {
    boolean saml = asker.text().contains(":saml-provider/");
    return switch (action) {
      case "sts:assumerolewithsaml" -> saml;
      case "sts:assumerolewithwebidentity" -> !saml;
      default -> !action.equals("sts:assumerole");
    };
  }

  private static boolean isNamedItself(Set<Named> grants) {
    return grants.contains(Named.USER)
        || grants.contains(Named.ROLE)
        || grants.contains(Named.SESSION)
        || grants.contains(Named.WILDCARD);
  }
}
