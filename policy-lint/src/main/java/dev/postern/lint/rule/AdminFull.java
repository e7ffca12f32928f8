package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** Everything on everything, always. */
final class AdminFull implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("admin-full", "everything on everything is allowed")
        .on(Kind.IDENTITY, Kind.SESSION)
        .insteadOf(
            "wildcard-action",
            "permissions-management",
            "write-unconstrained",
            "tagging-unconstrained",
            "data-read",
            "credentials",
            "logging-tamper",
            "destructive",
            "organization-control",
            "marketplace-subscribe",
            "assume-role-any",
            "privesc-self",
            "privesc-principal",
            "privesc-new-compute",
            "privesc-existing-compute",
            "privesc-guardrail",
            "privesc-resource-policy")
        .peers(
            "checkov:CKV_AWS_1",
            "checkov:CKV_AWS_62",
            "cfn_nag:F3",
            "cfn_nag:F4",
            "cfn_nag:F5",
            "prowler:no_administrative_privileges",
            "trivy:AWS-0057",
            "boogy:full_wildcard");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!isAdmin(statement)) {
      return;
    }
    everyAction(statement)
        .ifPresent(
            action ->
                findings
                    .at(action)
                    .message("every action on every resource is allowed, without a condition")
                    .advice("name the services and resources that are needed")
                    .related(StarResource.of(statement).orElseThrow(), "every resource")
                    .add());
  }

  /** Whether a statement allows everything on everything under no condition. */
  static boolean isAdmin(Statement statement) {
    return statement.isAllow()
        && statement.condition().value().conditions().isEmpty()
        && StarResource.of(statement).isPresent()
        && everyAction(statement).isPresent();
  }

  /** The entry of {@code Action} that stands for every action of every service. */
  static Optional<SourceSpan> everyAction(Statement statement) {
    return statement.action().value() instanceof ActionElement.Action action
        ? action.patterns().stream()
            .filter(pattern -> isEvery(pattern.value()))
            .findFirst()
            .map(Located::span)
        : Optional.empty();
  }

  /** Whether a pattern stands for every action of every service: {@code *} or {@code *:*}. */
  static boolean isEvery(ActionPattern pattern) {
    return Glob.of(pattern.servicePattern()).matchesEverything()
        && Glob.of(pattern.namePattern()).matchesEverything();
  }
}
