package dev.postern.model;

import java.util.Locale;

/**
 * One value under {@code Principal} or {@code NotPrincipal}. Wildcards inside a value are ordinary
 * characters: there are no patterns over principals. AWS: "AWS JSON policy elements: Principal".
 */
public sealed interface PrincipalValue {
  /** As it was written. */
  String text();

  /** {@code *} under {@code AWS}: every principal of every account, and anonymous requests. */
  record Everyone(String text) implements PrincipalValue {}

  /**
   * An account by its 12 digits or by its root ARN, which means the whole account: root user, users
   * and sessions.
   *
   * @param account the 12 digits
   * @param partition the ARN's partition; empty for the bare number, which takes the resource's
   */
  record Account(String text, String account, String partition) implements PrincipalValue {}

  /** One IAM user, path included. */
  record User(String text, Arn arn) implements PrincipalValue {}

  /** One IAM role, path included: every session of it. */
  record Role(String text, Arn arn) implements PrincipalValue {}

  /**
   * One session of a role.
   *
   * @param arn {@code arn:P:sts::ACCOUNT:assumed-role/ROLE/SESSION}; the role's name has no path
   */
  record RoleSession(String text, Arn arn) implements PrincipalValue {}

  /** One federated-user session. */
  record FederatedUser(String text, Arn arn) implements PrincipalValue {}

  /**
   * A user ({@code AIDA…}) or role ({@code AROA…}) by its unique id: what IAM shows when the
   * principal that the author named has been deleted.
   */
  record UniqueId(String text) implements PrincipalValue {}

  /** An AWS service, such as {@code lambda.amazonaws.com}. */
  record Service(String text) implements PrincipalValue {}

  /** An OIDC or SAML provider: an ARN, or one of the built-in names. */
  record Federated(String text) implements PrincipalValue {}

  /** An account by its canonical id of 64 hexadecimal digits. */
  record CanonicalUser(String text) implements PrincipalValue {}

  /** Anything else: it matches nobody. */
  record Unrecognized(String text, Fault fault) implements PrincipalValue {}

  /** Why a value matches nobody. */
  enum Fault {
    /** A wildcard inside a value. */
    PARTIAL_WILDCARD,
    /** A group. */
    GROUP,
    /** No principal that IAM knows. */
    UNKNOWN
  }

  /** Reads a value of the given kind; what cannot match anybody is {@link Unrecognized}. */
  static PrincipalValue of(PrincipalKind kind, String text) {
    if (kind == PrincipalKind.AWS && text.equals("*")) {
      return new Everyone(text);
    }
    if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
      return new Unrecognized(text, Fault.PARTIAL_WILDCARD);
    }
    return switch (kind) {
      case AWS -> aws(text);
      case SERVICE -> isService(text) ? new Service(text) : new Unrecognized(text, Fault.UNKNOWN);
      case FEDERATED ->
          text.isEmpty() ? new Unrecognized(text, Fault.UNKNOWN) : new Federated(text);
      case CANONICAL_USER ->
          isCanonicalId(text) ? new CanonicalUser(text) : new Unrecognized(text, Fault.UNKNOWN);
    };
  }

  private static PrincipalValue aws(String text) {
    if (isAccountId(text)) {
      return new Account(text, text, "");
    }
    if (isUniqueId(text)) {
      return new UniqueId(text);
    }
    return Arn.parse(text)
        .map(arn -> named(text, arn))
        .orElseGet(() -> new Unrecognized(text, Fault.UNKNOWN));
  }

  private static PrincipalValue named(String text, Arn arn) {
    String resource = arn.resource();
    boolean placed = arn.region().isEmpty() && isAccountId(arn.account());
    if (placed && arn.service().equals("iam")) {
      if (resource.equals("root")) {
        return new Account(text, arn.account(), arn.partition());
      }
      if (isPath(resource, "user/")) {
        return new User(text, arn);
      }
      if (isPath(resource, "role/")) {
        return new Role(text, arn);
      }
      if (resource.startsWith("group/")) {
        return new Unrecognized(text, Fault.GROUP);
      }
    }
    if (placed && arn.service().equals("sts")) {
      int slash = resource.indexOf('/');
      if (isPath(resource, "assumed-role/")
          && resource.indexOf('/', slash + 1) > slash + 1
          && resource.indexOf('/', slash + 1) == resource.lastIndexOf('/')) {
        return new RoleSession(text, arn);
      }
      if (isPath(resource, "federated-user/") && slash == resource.lastIndexOf('/')) {
        return new FederatedUser(text, arn);
      }
    }
    return new Unrecognized(text, Fault.UNKNOWN);
  }

  private static boolean isPath(String resource, String prefix) {
    return resource.startsWith(prefix)
        && resource.length() > prefix.length()
        && !resource.endsWith("/");
  }

  /** Whether it is an account's number: 12 digits. */
  static boolean isAccountId(String text) {
    if (text.length() != 12) {
      return false;
    }
    for (int i = 0; i < 12; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isUniqueId(String text) {
    return text.length() >= 16
        && (text.startsWith("AIDA") || text.startsWith("AROA"))
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  private static boolean isCanonicalId(String text) {
    return text.length() == 64
        && text.toLowerCase(Locale.ROOT)
            .chars()
            .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /* Service principals are names with at least one dot, in lower case. */
  private static boolean isService(String text) {
    return text.indexOf('.') > 0
        && text.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
  }
}
