package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Every action of a service. */
final class WildcardService implements StatementRule {
  /* Whoever has all of one of these is close to having all of the account. */
  private static final ImmutableSet<String> GRAVE =
      ImmutableSet.of(
          "iam",
          "sts",
          "organizations",
          "sso",
          "kms",
          "cloudtrail",
          "secretsmanager",
          "lambda",
          "ec2");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("wildcard-service", "every action of a service is allowed")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.SESSION)
        .insteadOf("wildcard-action-write")
        .peers(
            "cloudsplaining:ServiceWildcard",
            "checkov:CKV_AWS_72",
            "boogy:service_wildcard",
            "trivy:AWS-0097",
            "trivy:AWS-0345",
            "prowler:no_full_access_to_kms",
            "prowler:no_full_access_to_cloudtrail");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()
        || !(statement.action().value() instanceof ActionElement.Action action)
        || KeyOwner.isOnly(statement, policy)) {
      return;
    }
    for (Located<ActionPattern> pattern : action.patterns()) {
      String service = pattern.value().servicePattern();
      if (Glob.of(pattern.value().namePattern()).matchesEverything()
          && !Glob.of(service).matchesEverything()) {
        findings
            .at(pattern.span())
            .severity(GRAVE.contains(service) ? Severity.SECURITY_WARNING : Severity.WARNING)
            .message("every action of `" + service + "`, those that AWS adds later included")
            .advice("name the actions that are needed")
            .add();
      }
    }
  }
}
