package dev.postern.lint.rule;

import dev.postern.model.Arn;
import java.util.Optional;

/** The name of a policy that AWS manages, its path included: {@code job-function/Billing}. */
final class AwsPolicyName {
  private static final String POLICY = "policy/";

  private AwsPolicyName() {}

  /** The name in an ARN, of whichever partition; nothing for other ARNs. */
  static Optional<String> in(String arn) {
    return Arn.parse(arn)
        .filter(parsed -> parsed.service().equals("iam") && parsed.account().equals("aws"))
        .map(Arn::resource)
        .filter(resource -> resource.startsWith(POLICY))
        .map(resource -> resource.substring(POLICY.length()));
  }
}
