package dev.postern.lint.rule;

/** Whose inline policy a policy is; its length counts together with those beside it. */
public sealed interface InlineUse {
  /** Nobody said, or it is none. */
  InlineUse UNKNOWN = new Unknown();

  /** Nobody said, or it is none. */
  record Unknown() implements InlineUse {}

  /**
   * It is one of somebody's.
   *
   * @param holder what the policy is inline in
   * @param others the characters that the other inline policies of the same holder have, {@link
   *     #lengthOf white space left out}
   */
  record In(Holder holder, int others) implements InlineUse {}

  /** What inline policies are inline in. AWS: "IAM and AWS STS quotas". */
  enum Holder {
    /** An IAM user. */
    USER("the room for a user's inline policies", 2_048),
    /** An IAM group. */
    GROUP("the room for a group's inline policies", 5_120),
    /** An IAM role. */
    ROLE("the room for a role's inline policies", 10_240);

    private final String title;
    private final int most;

    Holder(String title, int most) {
      this.title = title;
      this.most = most;
    }

    String title() {
      return title;
    }

    /** The characters that all its inline policies have at the most, white space left out. */
    public int most() {
      return most;
    }
  }

  /** As AWS counts the characters of an inline policy. */
  static int lengthOf(String policy) {
    return Length.WITHOUT_SPACE.of(policy);
  }
}
