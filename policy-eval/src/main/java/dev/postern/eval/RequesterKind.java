package dev.postern.eval;

import dev.postern.eval.Requester.Anonymous;
import dev.postern.eval.Requester.CanonicalUser;
import dev.postern.eval.Requester.FederatedUser;
import dev.postern.eval.Requester.IdentityProvider;
import dev.postern.eval.Requester.RootUser;
import dev.postern.eval.Requester.Service;
import dev.postern.eval.Requester.User;

/** The kinds of requester that the law tells apart, named as the decision record names them. */
enum RequesterKind {
  USER,
  ROOT,
  ROLE_SESSION,
  FED_SESSION,
  SERVICE,
  FEDERATED,
  ANONYMOUS,
  CANONICAL;

  static RequesterKind of(Requester requester) {
    if (requester instanceof User) {
      return USER;
    }
    if (requester instanceof RootUser) {
      return ROOT;
    }
    if (requester instanceof FederatedUser) {
      return FED_SESSION;
    }
    if (requester instanceof Service) {
      return SERVICE;
    }
    if (requester instanceof IdentityProvider) {
      return FEDERATED;
    }
    if (requester instanceof Anonymous) {
      return ANONYMOUS;
    }
    return requester instanceof CanonicalUser ? CANONICAL : ROLE_SESSION;
  }

  /** Whether it belongs to an account, whose other policies then have a say. */
  boolean isOfAnAccount() {
    return switch (this) {
      case USER, ROOT, ROLE_SESSION, FED_SESSION, CANONICAL -> true;
      case SERVICE, FEDERATED, ANONYMOUS -> false;
    };
  }

  /** Whether identity policies and a permissions boundary can be attached to it or its issuer. */
  boolean canHaveIdentityPolicies() {
    return isOfAnAccount() && this != ROOT;
  }

  /** Whether policies can be passed when its session is made. */
  boolean canHaveSessionPolicies() {
    return this == ROLE_SESSION || this == FED_SESSION || this == ROOT || this == CANONICAL;
  }
}
