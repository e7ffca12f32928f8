package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ResourcePattern;
import java.util.Optional;

/** The rules about the fields of ARNs: one table. */
final class ArnRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          row(
              RuleInfo.error("arn-partition", "there is no such partition")
                  .issueCode("INVALID_PARTITION")
                  .peers("parliament:INVALID_ARN"),
              ArnFields::partition),
          row(
              RuleInfo.error("arn-service-case", "the service of an ARN is not in lower case")
                  .issueCode("INVALID_ARN_SERVICE_CASE"),
              ArnFields::serviceCase),
          row(
              RuleInfo.error("arn-service-unknown", "no service has ARNs like this")
                  .issueCode("INVALID_SERVICE"),
              ArnFields::service),
          row(
              RuleInfo.error("arn-region-invalid", "there is no such region")
                  .issueCode("INVALID_ARN_REGION")
                  .peers("parliament:INVALID_ARN"),
              ArnFields::region),
          row(
              RuleInfo.error("arn-region-not-allowed", "an ARN of this kind has no region")
                  .issueCode("ARN_REGION_NOT_ALLOWED"),
              ArnForms::regionNotAllowed),
          row(
              RuleInfo.error("arn-region-missing", "an ARN of this kind has a region")
                  .issueCode("MISSING_ARN_REGION")
                  .peers("parliament:RESOURCE_MISMATCH"),
              ArnForms::regionMissing),
          row(
              RuleInfo.error("arn-account-invalid", "this is no account")
                  .issueCode("INVALID_ARN_ACCOUNT")
                  .peers("parliament:INVALID_ARN"),
              ArnFields::account),
          row(
              RuleInfo.error("arn-account-not-allowed", "an ARN of this kind has no account")
                  .issueCode("ARN_ACCOUNT_NOT_ALLOWED"),
              ArnForms::accountNotAllowed),
          row(
              RuleInfo.error("arn-account-missing", "an ARN of this kind has an account")
                  .issueCode("MISSING_ARN_ACCOUNT")
                  .peers("parliament:RESOURCE_MISMATCH"),
              ArnForms::accountMissing),
          row(
              RuleInfo.error(
                      "arn-resource-format", "no resource of the service is called like this")
                  .issueCode("INVALID_ARN_RESOURCE")
                  .peers("parliament:RESOURCE_MISMATCH"),
              ArnForms::resource));

  private static final ImmutableList<ArnRule.Check> CHECKS =
      ImmutableList.of(
          ArnFields::partition,
          ArnFields::serviceCase,
          ArnFields::service,
          ArnFields::region,
          ArnFields::account,
          ArnForms::regionNotAllowed,
          ArnForms::regionMissing,
          ArnForms::accountNotAllowed,
          ArnForms::accountMissing,
          ArnForms::resource);

  private ArnRules() {}

  /** What is wrong with an entry by any of these rules. */
  static Optional<ArnFault> fault(ResourcePattern resource, LintedPolicy policy) {
    return ArnRule.arn(resource, policy)
        .flatMap(
            arn -> CHECKS.stream().flatMap(check -> check.of(arn, policy).stream()).findFirst());
  }

  private static Rule row(RuleInfo info, ArnRule.Check check) {
    return new ArnRule(info.on(PolicyTypes.WITH_RESOURCES), check);
  }
}
