package dev.postern.catalog;

import com.google.common.collect.ImmutableList;

/**
 * The actions that AWS checks when a call is made. A call may need more than its own actions, such
 * as {@code iam:PassRole} or a KMS key's; those leave no event of their own and are not told here.
 */
public sealed interface CallAuthorization {
  /**
   * The call is checked; at least one action is named.
   *
   * @param always actions that are checked whatever the call says
   * @param sometimes actions that are checked besides or instead, depending on what the call says,
   *     such as {@code s3:GetObjectVersion} when it names a version
   */
  record Checked(ImmutableList<ActionDefinition> always, ImmutableList<ActionDefinition> sometimes)
      implements CallAuthorization {
    public Checked {
      if (always.isEmpty() && sometimes.isEmpty()) {
        throw new IllegalArgumentException("a call that is checked is checked for some action");
      }
    }
  }

  /** No policy is asked: a sign-in, an event that AWS caused, a call that is always allowed. */
  record Unchecked() implements CallAuthorization {}

  /** The catalog does not know. */
  record Unknown() implements CallAuthorization {}
}
