package dev.postern.lint;

import com.google.common.collect.ImmutableMap;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.InlineUse;
import dev.postern.lint.rule.InlineUse.Holder;
import dev.postern.model.PolicyType;

/**
 * A bad policy that is too long for the page of its rule.
 *
 * @param linter as it has to be told
 * @param type what the policy is
 * @param text the policy
 */
record LongPolicy(Linter linter, PolicyType type, String text) {
  private static final PolicyType BUCKET = PolicyType.resource("AWS::S3::Bucket");

  /** By the rule that has to find something. */
  static final ImmutableMap<String, LongPolicy> BY_RULE =
      ImmutableMap.<String, LongPolicy>builder()
          .put("limit-size", text("[" + "1,".repeat(1 << 20) + "1]"))
          .put("limit-string", text("{\"Version\":\"" + "x".repeat(200_000) + "\"}"))
          .put("limit-elements", text("[" + "1,".repeat(150_000) + "1]"))
          .put("size-managed", of(PolicyType.IDENTITY, 6_145))
          .put(
              "size-inline",
              new LongPolicy(
                  Linter.strict()
                      .judgingBy(
                          Background.standard().inline(new InlineUse.In(Holder.USER, 1_000))),
                  PolicyType.IDENTITY,
                  SizeTest.policy(PolicyType.IDENTITY, 1_049)))
          .put("size-trust", of(PolicyType.TRUST, 2_049))
          .put("size-resource", of(BUCKET, 20_481))
          .put("size-scp", of(PolicyType.SERVICE_CONTROL, 10_241))
          .put("size-rcp", of(PolicyType.RESOURCE_CONTROL, 5_121))
          .put("size-session", of(PolicyType.SESSION, 2_049))
          .put("size-vpce", of(PolicyType.VPC_ENDPOINT, 20_481))
          .put("size-near-limit", of(PolicyType.IDENTITY, 5_800))
          .buildOrThrow();

  private static LongPolicy of(PolicyType type, int length) {
    return new LongPolicy(Linter.strict(), type, SizeTest.policy(type, length));
  }

  private static LongPolicy text(String text) {
    return new LongPolicy(Linter.strict(), PolicyType.IDENTITY, text);
  }
}
