package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;

/** The actions that a trust policy takes, and who calls which. AWS STS: "API Reference". */
final class TrustActions {
  static final ActionName ASSUME_ROLE = ActionName.of("sts:AssumeRole");
  static final ActionName WITH_SAML = ActionName.of("sts:AssumeRoleWithSAML");
  static final ActionName WITH_WEB_IDENTITY = ActionName.of("sts:AssumeRoleWithWebIdentity");
  static final ActionName TAG_SESSION = ActionName.of("sts:TagSession");
  static final ActionName SET_SOURCE_IDENTITY = ActionName.of("sts:SetSourceIdentity");
  static final ActionName SET_CONTEXT = ActionName.of("sts:SetContext");

  private static final ImmutableSet<ActionName> ASSUMING =
      ImmutableSet.of(ASSUME_ROLE, WITH_SAML, WITH_WEB_IDENTITY);

  private TrustActions() {}

  /** Whether a pattern matches an action that some trust policy takes. */
  static boolean isTaken(ActionPattern pattern) {
    return ASSUMING.stream().anyMatch(pattern::matches)
        || pattern.matches(TAG_SESSION)
        || pattern.matches(SET_SOURCE_IDENTITY)
        || pattern.matches(SET_CONTEXT);
  }

  /** Whether a pattern matches a call that assumes a role. */
  static boolean assumes(ActionPattern pattern) {
    return ASSUMING.stream().anyMatch(pattern::matches);
  }

  /** As AWS writes it. */
  static String spelled(ActionName call) {
    if (call.equals(ASSUME_ROLE)) {
      return "sts:AssumeRole";
    }
    return call.equals(WITH_SAML) ? "sts:AssumeRoleWithSAML" : "sts:AssumeRoleWithWebIdentity";
  }

  /** The call by which a principal assumes a role. */
  static ActionName callOf(PrincipalValue principal) {
    if (!(principal instanceof PrincipalValue.Federated)) {
      return ASSUME_ROLE;
    }
    return isSaml(principal) ? WITH_SAML : WITH_WEB_IDENTITY;
  }

  /** Whether it is a SAML provider. */
  static boolean isSaml(PrincipalValue principal) {
    return principal instanceof PrincipalValue.Federated
        && Arn.parse(principal.text())
            .filter(arn -> arn.resource().startsWith("saml-provider/"))
            .isPresent();
  }
}
