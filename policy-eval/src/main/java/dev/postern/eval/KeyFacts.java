package dev.postern.eval;

import com.google.common.collect.ImmutableSet;

/**
 * What is known of condition keys without a catalog. AWS: "AWS global condition context keys" and
 * "Single-valued vs. multivalued context keys", as of 2026-09.
 */
final class KeyFacts {
  /** Keys that may hold several values, in lower case. */
  private static final ImmutableSet<String> MULTIVALUED =
      ImmutableSet.of(
          "aws:calledvia",
          "aws:principalorgpaths",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths",
          "aws:vpceorgpaths",
          "aws:principalservicenameslist",
          "aws:tagkeys",
          "dynamodb:leadingkeys",
          "dynamodb:attributes",
          "kms:grantoperations",
          "kms:encryptioncontextkeys",
          "kms:resourcealiases",
          "sts:transitivetagkeys");

  /** Global keys that hold one value, in lower case; those with a tag behind a slash aside. */
  private static final ImmutableSet<String> SINGLE =
      ImmutableSet.of(
          "aws:assumedroot",
          "aws:calledviafirst",
          "aws:calledvialast",
          "aws:chatbotsourcearn",
          "aws:currenttime",
          "aws:ec2instancesourceprivateipv4",
          "aws:ec2instancesourcevpc",
          "aws:epochtime",
          "aws:federatedprovider",
          "aws:multifactorauthage",
          "aws:multifactorauthpresent",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalisawsservice",
          "aws:principalorgid",
          "aws:principalservicename",
          "aws:principaltype",
          "aws:referer",
          "aws:requestedregion",
          "aws:resourceaccount",
          "aws:resourceorgid",
          "aws:securetransport",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceidentity",
          "aws:sourceip",
          "aws:sourceorgid",
          "aws:sourcevpc",
          "aws:sourcevpcarn",
          "aws:sourcevpce",
          "aws:tokenissuetime",
          "aws:useragent",
          "aws:userid",
          "aws:username",
          "aws:viaawsservice",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpcsourceip");

  /** Tag-like families whose members hold one value each, in lower case. */
  private static final ImmutableSet<String> SINGLE_FAMILIES =
      ImmutableSet.of("aws:requesttag/", "aws:resourcetag/", "aws:principaltag/");

  private KeyFacts() {}

  /** Whether the key is known to hold several values. */
  static boolean isMultivalued(String folded) {
    return MULTIVALUED.contains(folded);
  }

  /** Whether the key is known to hold one value. */
  static boolean isSingle(String folded) {
    return SINGLE.contains(folded)
        || SINGLE_FAMILIES.stream().anyMatch(folded::startsWith)
        || folded.startsWith("kms:encryptioncontext:");
  }

  /**
   * Whether AWS sends the key with every request of an IAM principal, so that its absence is a gap
   * in the scenario and not a fact.
   */
  static boolean isAlwaysPresent(String folded, Requester requester) {
    boolean session =
        requester instanceof Requester.RoleSession
            || requester instanceof Requester.UnnamedRoleSession
            || requester instanceof Requester.FederatedUser;
    return switch (folded) {
      case "aws:securetransport", "aws:userid" -> true;
      case "aws:tokenissuetime" -> session;
      default -> false;
    };
  }
}
