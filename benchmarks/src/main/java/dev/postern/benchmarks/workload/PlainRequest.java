package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;

/**
 * A request and the decision that is right.
 *
 * @param principal the ARN of who asks
 * @param action what is asked for
 * @param resource the ARN on which
 * @param owner the account that owns the resource
 * @param context condition keys and what the request says of them
 * @param meetsResourcePolicy whether the workload's resource policy is that of this resource
 * @param expected the right decision
 */
public record PlainRequest(
    String principal,
    String action,
    String resource,
    String owner,
    ImmutableMap<String, PlainValue> context,
    boolean meetsResourcePolicy,
    Verdict expected) {
  /** The account of every caller and resource. */
  public static final String ACCOUNT = "111122223333";

  /** Every caller. */
  public static final String ALICE = "arn:aws:iam::" + ACCOUNT + ":user/alice";

  /** Alice asks; no resource policy applies. */
  public static PlainRequest byAlice(
      String action, String resource, ImmutableMap<String, PlainValue> context, Verdict expected) {
    return new PlainRequest(ALICE, action, resource, ACCOUNT, context, false, expected);
  }

  /** The same request with another right decision. */
  public PlainRequest expecting(Verdict other) {
    return new PlainRequest(
        principal, action, resource, owner, context, meetsResourcePolicy, other);
  }

  /** The same request on another resource. */
  public PlainRequest on(String other) {
    return new PlainRequest(
        principal, action, other, owner, context, meetsResourcePolicy, expected);
  }

  /** The same request, and the workload's resource policy applies. */
  public PlainRequest meetingResourcePolicy() {
    return new PlainRequest(principal, action, resource, owner, context, true, expected);
  }
}
