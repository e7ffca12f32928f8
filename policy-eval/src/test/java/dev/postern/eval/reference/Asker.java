package dev.postern.eval.reference;

import java.util.function.UnaryOperator;

/**
 * Who asks, as a generated case has it: plain text, nothing derived. What is not known is empty.
 *
 * @param text the ARN or name; {@code *} for a request that nobody signed
 * @param role the role of a session with its path
 * @param uniqueId {@code AIDA…} or {@code AROA…}
 * @param issuer the user who made a federated-user session
 * @param canonicalId the canonical id of the requester's account
 * @param serviceLinked whether the role is said to be service-linked
 */
record Asker(
    Kind kind,
    String text,
    String role,
    String uniqueId,
    String issuer,
    String canonicalId,
    boolean serviceLinked) {

  /** The kinds of requester. AWS: "How AWS enforcement code logic evaluates requests". */
  enum Kind {
    USER,
    ROOT,
    ROLE_SESSION,
    /** A session of a role whose name is not known. */
    BARE_ROLE,
    FEDERATED_USER,
    SERVICE,
    /** A caller of STS with the word of an OIDC or SAML provider. */
    PROVIDER,
    CANONICAL,
    ANONYMOUS;

    /** Whether an account stands behind it. */
    boolean isIam() {
      return this == USER || this == ROOT || isRole() || this == FEDERATED_USER;
    }

    boolean isRole() {
      return this == ROLE_SESSION || this == BARE_ROLE;
    }
  }

  static Asker of(Kind kind, String text) {
    return new Asker(kind, text, "", "", "", "", false);
  }

  Asker withRole(String arn) {
    return new Asker(kind, text, arn, uniqueId, issuer, canonicalId, serviceLinked);
  }

  Asker withUniqueId(String id) {
    return new Asker(kind, text, role, id, issuer, canonicalId, serviceLinked);
  }

  Asker withIssuer(String user) {
    return new Asker(kind, text, role, uniqueId, user, canonicalId, serviceLinked);
  }

  Asker withCanonicalId(String id) {
    return new Asker(kind, text, role, uniqueId, issuer, id, serviceLinked);
  }

  Asker withServiceLinked() {
    return new Asker(kind, text, role, uniqueId, issuer, canonicalId, true);
  }

  /** The same requester in another partition. */
  Asker in(UnaryOperator<String> partition) {
    return new Asker(
        kind,
        partition.apply(text),
        partition.apply(role),
        uniqueId,
        partition.apply(issuer),
        canonicalId,
        serviceLinked);
  }

  /** The account, empty where none is known. */
  String account() {
    return kind.isIam() ? field(4) : "";
  }

  /** The partition, empty where none is known. */
  String partition() {
    return kind.isIam() ? field(1) : "";
  }

  /** What stands behind the last slash. */
  String name() {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** The ARN of the role behind a session: as it was given, else the one without a path. */
  String roleArn() {
    if (kind == Kind.BARE_ROLE) {
      return text;
    }
    if (kind != Kind.ROLE_SESSION) {
      return "";
    }
    String name = text.substring(text.indexOf('/') + 1, text.lastIndexOf('/'));
    return role.isEmpty() ? "arn:" + partition() + ":iam::" + account() + ":role/" + name : role;
  }

  /** AWS: a role is service-linked when its path says so. */
  boolean isServiceLinked() {
    return serviceLinked || roleArn().contains(":role/aws-service-role/");
  }

  private String field(int index) {
    return text.split(":", 6)[index];
  }
}
