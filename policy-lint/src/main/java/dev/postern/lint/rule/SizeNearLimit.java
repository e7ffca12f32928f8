package dev.postern.lint.rule;

/** A policy that the next addition may make too long. */
record SizeNearLimit(RuleInfo info, SizeLimits limits) implements PolicyRule {
  private static final double NEAR = 0.9;

  static SizeNearLimit of(SizeLimits limits) {
    return new SizeNearLimit(
        RuleInfo.suggestion("size-near-limit", "the policy is almost as long as AWS takes")
            .strict(),
        limits);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    limits
        .of(policy)
        .ifPresent(
            limit -> {
              int count = limit.count(policy);
              if (count > limit.most() * NEAR && limit.exceededBy(count).isEmpty()) {
                findings.add(
                    policy.span(),
                    limit.compare(count, limit.most()),
                    "split it before the next addition does not fit");
              }
            });
  }
}
