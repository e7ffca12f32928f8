package dev.postern.lint.rule;

/** A policy that the next addition may make too long. */
final class SizeNearLimit implements PolicyRule {
  private static final double NEAR = 0.9;

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("size-near-limit", "the policy is almost as long as AWS takes")
        .strict();
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    SizeLimits.of(policy)
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
