package dev.postern.lint.rule;

/** Principals that policies of an organization do not reach. */
final class OutOfReach {
  private static final String LINKED_ROLE = ":role/aws-service-role/";

  private OutOfReach() {}

  /** Whether a test holds for service-linked roles only. */
  static boolean isAimedAtLinkedRoles(KeyUse use) {
    return use.isOf("aws:PrincipalArn")
        && !use.holdsOnAbsentKey()
        && !use.isNegated()
        && !use.texts().isEmpty()
        && use.texts().stream().allMatch(text -> text.contains(LINKED_ROLE));
  }

  /** Whether a test holds only where a service itself asks. */
  static boolean isAimedAtServices(KeyUse use) {
    return !use.holdsOnAbsentKey()
        && !use.isNegated()
        && ((use.isOf("aws:PrincipalIsAWSService")
                && !use.texts().isEmpty()
                && use.texts().stream().allMatch("true"::equalsIgnoreCase))
            || use.isOf("aws:PrincipalServiceName"));
  }
}
