package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;

/** A policy that is longer than AWS takes. A rule a limit; {@link SizeLimits} has the numbers. */
record PolicySize(RuleInfo info, SizeLimits limits) implements PolicyRule {
  /** Where Access Analyzer begins to report identity policies: what fits inline in a role. */
  private static final int REPORTED_BY_ACCESS_ANALYZER = 10_240;

  static PolicySize managed(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.warning("size-managed", "the policy is longer than a managed policy may be")
            .peers("boogy:policy_size_exceeded")
            .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY)
            .issueCode("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"),
        limits);
  }

  static PolicySize inline(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.warning("size-inline", "the inline policies are longer than their holder may have")
            .on(Kind.IDENTITY)
            .issueCode("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"),
        limits);
  }

  static PolicySize trust(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.warning("size-trust", "the policy is longer than a trust policy may be by default")
            .on(Kind.TRUST)
            .issueCode("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"),
        limits);
  }

  static PolicySize resource(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.warning("size-resource", "the policy is longer than the resource's service takes")
            .on(PolicyTypes.OF_RESOURCES)
            .issueCode("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"),
        limits);
  }

  static PolicySize serviceControl(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.error("size-scp", "the policy is longer than a service control policy may be")
            .on(Kind.SERVICE_CONTROL)
            .issueCode("POLICY_SIZE_EXCEEDS_SCP_QUOTA"),
        limits);
  }

  static PolicySize resourceControl(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.error("size-rcp", "the policy is longer than a resource control policy may be")
            .on(Kind.RESOURCE_CONTROL)
            .issueCode("POLICY_SIZE_EXCEEDS_RCP_QUOTA"),
        limits);
  }

  static PolicySize session(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.error("size-session", "the policy is longer than a session policy may be")
            .on(Kind.SESSION),
        limits);
  }

  static PolicySize vpcEndpoint(SizeLimits limits) {
    return new PolicySize(
        RuleInfo.warning("size-vpce", "the policy is longer than a VPC endpoint policy may be")
            .on(Kind.VPC_ENDPOINT),
        limits);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    limits
        .of(policy)
        .filter(limit -> limit.rule().equals(info.id()))
        .ifPresent(limit -> check(limit, policy, findings));
  }

  private static void check(SizeLimit limit, LintedPolicy policy, Findings findings) {
    int count = limit.count(policy);
    limit
        .exceededBy(count)
        .ifPresent(
            step -> {
              Findings.Draft draft =
                  findings
                      .at(policy.span())
                      .message(limit.compare(count, limit.most()))
                      .advice("take out what is said twice, or split it into several policies")
                      .severity(step.severity());
              if (limit.rule().equals("size-managed") && count <= REPORTED_BY_ACCESS_ANALYZER) {
                draft = draft.withoutIssueCode();
              }
              draft.add();
            });
  }
}
