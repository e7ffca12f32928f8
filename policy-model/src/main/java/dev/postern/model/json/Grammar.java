package dev.postern.model.json;

import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;

/**
 * Which element is legal in which policy type. AWS: "Grammar of the IAM JSON policy language", and
 * the pages of the types: "VPC endpoint policies", "SCP syntax", "RCP syntax", "Key policies".
 *
 * @param principal the rule for {@code Principal}
 * @param notPrincipal the rule for {@code NotPrincipal}
 * @param resource the rule for {@code Resource} and {@code NotResource}
 * @param hasId whether {@code Id} is described for the type
 * @param hasCanonicalUser whether {@code CanonicalUser} principals are
 */
record Grammar(
    Rule principal, Rule notPrincipal, Rule resource, boolean hasId, boolean hasCanonicalUser) {

  enum Rule {
    REQUIRED,
    /** May be left out. */
    OPTIONAL,
    /** AWS stores it, with an effect that authors rarely mean. */
    NOTED,
    FORBIDDEN
  }

  private static final Grammar IDENTITY =
      new Grammar(Rule.FORBIDDEN, Rule.FORBIDDEN, Rule.REQUIRED, false, false);
  private static final Grammar TRUST =
      new Grammar(Rule.REQUIRED, Rule.FORBIDDEN, Rule.FORBIDDEN, true, false);
  // A policy that names no resource covers the one it is attached to; not every service accepts it.
  private static final Grammar RESOURCE =
      new Grammar(Rule.REQUIRED, Rule.OPTIONAL, Rule.NOTED, true, true);
  private static final Grammar OTHER_RESOURCE =
      new Grammar(Rule.REQUIRED, Rule.OPTIONAL, Rule.NOTED, true, false);
  private static final Grammar S3 =
      new Grammar(Rule.REQUIRED, Rule.OPTIONAL, Rule.REQUIRED, true, true);
  private static final Grammar KMS_KEY =
      new Grammar(Rule.REQUIRED, Rule.NOTED, Rule.NOTED, true, false);
  private static final Grammar VPC_ENDPOINT =
      new Grammar(Rule.REQUIRED, Rule.OPTIONAL, Rule.NOTED, true, true);
  private static final Grammar SERVICE_CONTROL =
      new Grammar(Rule.FORBIDDEN, Rule.FORBIDDEN, Rule.REQUIRED, false, false);
  private static final Grammar RESOURCE_CONTROL =
      new Grammar(Rule.REQUIRED, Rule.FORBIDDEN, Rule.REQUIRED, false, false);

  static Grammar of(PolicyType type) {
    return switch (type.kind()) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> IDENTITY;
      case TRUST -> TRUST;
      case KMS_KEY -> KMS_KEY;
      case VPC_ENDPOINT -> VPC_ENDPOINT;
      case SERVICE_CONTROL -> SERVICE_CONTROL;
      case RESOURCE_CONTROL -> RESOURCE_CONTROL;
      case RESOURCE -> resource(type);
    };
  }

  private static Grammar resource(PolicyType type) {
    if (type.isS3()) {
      return S3;
    }
    return type.resourceType().isPresent() ? OTHER_RESOURCE : RESOURCE;
  }

  /** The type in a sentence: {@code an identity-based policy}. */
  static String article(PolicyType type) {
    String name = type.kind().displayName();
    boolean vowel = type.kind() == Kind.IDENTITY;
    return (vowel ? "an " : "a ") + name;
  }
}
