package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.ActionReach.Shape;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * {@code iam:PassRole} or {@code iam:CreateServiceLinkedRole} for any role, one rule for each way
 * to write it. Where several places of the policy could be named, it is the action and the {@code
 * *}, in this order, as Access Analyzer has them.
 */
record OpenHandover(RuleInfo info, Handover handover, Shape shape, Scope scope)
    implements StatementRule {
  private static final ImmutableList<Kind> TYPES =
      ImmutableList.of(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.SESSION);

  /** On which resources. */
  enum Scope {
    /** {@code "Resource": "*"}. */
    STAR,
    /** All but those of {@code NotResource}. */
    ALL_BUT
  }

  /** The rules on passing roles. */
  static ImmutableList<Rule> passing() {
    return ImmutableList.of(
        passRole(
            "passrole-star-resource",
            "`iam:PassRole` on every role",
            "PASS_ROLE_WITH_STAR_IN_RESOURCE",
            Shape.NAMED,
            Scope.STAR,
            "checkov:CKV_AWS_286",
            "cfn_nag:F38",
            "cfn_nag:F39",
            "cfn_nag:F40",
            "trivy:AWS-0342",
            "parliament:PRIVILEGE_ESCALATION",
            "boogy:passrole"),
        passRole(
            "passrole-star-action-resource",
            "a wildcard takes in `iam:PassRole` on every role",
            "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
            Shape.WILDCARD,
            Scope.STAR),
        passRole(
            "passrole-notaction-resource",
            "`NotAction` leaves `iam:PassRole` in, on every role",
            "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
            Shape.COMPLEMENT,
            Scope.STAR),
        passRole(
            "passrole-notresource",
            "`iam:PassRole` on all roles but some",
            "PASS_ROLE_WITH_NOT_RESOURCE",
            Shape.NAMED,
            Scope.ALL_BUT),
        passRole(
            "passrole-star-action-notresource",
            "a wildcard takes in `iam:PassRole` on all roles but some",
            "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
            Shape.WILDCARD,
            Scope.ALL_BUT),
        passRole(
            "passrole-notaction-notresource",
            "`NotAction` leaves `iam:PassRole` in, on all roles but some",
            "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE",
            Shape.COMPLEMENT,
            Scope.ALL_BUT));
  }

  /** The rules on service-linked roles. */
  static ImmutableList<Rule> linking() {
    return ImmutableList.of(
        linkedRole(
            "slr-star-resource",
            "`iam:CreateServiceLinkedRole` for every service",
            "CREATE_SLR_WITH_STAR_IN_RESOURCE",
            Shape.NAMED,
            Scope.STAR),
        linkedRole(
            "slr-star-action-resource",
            "a wildcard takes in `iam:CreateServiceLinkedRole` for every service",
            "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE",
            Shape.WILDCARD,
            Scope.STAR),
        linkedRole(
            "slr-notaction-resource",
            "`NotAction` leaves `iam:CreateServiceLinkedRole` in, for every service",
            "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
            Shape.COMPLEMENT,
            Scope.STAR),
        linkedRole(
            "slr-notresource",
            "`iam:CreateServiceLinkedRole` on all roles but some",
            "CREATE_SLR_WITH_NOT_RESOURCE",
            Shape.NAMED,
            Scope.ALL_BUT),
        linkedRole(
            "slr-star-action-notresource",
            "a wildcard takes in `iam:CreateServiceLinkedRole` on all roles but some",
            "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
            Shape.WILDCARD,
            Scope.ALL_BUT),
        linkedRole(
            "slr-notaction-notresource",
            "`NotAction` leaves in `iam:CreateServiceLinkedRole` on all roles but some",
            "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE",
            Shape.COMPLEMENT,
            Scope.ALL_BUT));
  }

  private static OpenHandover passRole(
      String id, String title, String code, Shape shape, Scope scope, String... peers) {
    RuleInfo info = RuleInfo.securityWarning(id, title).on(TYPES).issueCode(code).peers(peers);
    return new OpenHandover(info, Handover.PASS_ROLE, shape, scope);
  }

  private static OpenHandover linkedRole(
      String id, String title, String code, Shape shape, Scope scope) {
    RuleInfo info = RuleInfo.warning(id, title).on(TYPES).issueCode(code);
    return new OpenHandover(info, Handover.CREATE_SERVICE_LINKED_ROLE, shape, scope);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<SourceSpan> resources = resources(statement);
    if (!statement.isAllow() || resources.isEmpty() || handover.isConfined(statement, policy)) {
      return;
    }
    ActionReach.of(statement, handover.action())
        .filter(reach -> reach.shape() == shape)
        .ifPresent(
            reach ->
                findings
                    .at(reach.span())
                    .message(
                        "`"
                            + handover.action()
                            + "` for "
                            + handover.reach()
                            + (scope == Scope.STAR ? "" : " that `NotResource` does not name"))
                    .advice("name the roles, and the service in `" + handover.key() + "`")
                    .related(
                        resources.get(),
                        scope == Scope.STAR ? "this is the wildcard" : "all others are included")
                    .add());
  }

  private Optional<SourceSpan> resources(Statement statement) {
    if (scope == Scope.STAR) {
      return StarResource.of(statement);
    }
    return statement.resource().value() instanceof ResourceElement.NotResource
        ? Optional.of(statement.resource().span())
        : Optional.empty();
  }
}
