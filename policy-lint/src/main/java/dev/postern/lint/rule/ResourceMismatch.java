package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionPattern;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.Effect;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * An action on resources that it does not take: the statement says nothing about it.
 *
 * @param effect of the statements it speaks of
 * @param needsStar whether it speaks of actions that take no resource, or of the others
 */
record ResourceMismatch(RuleInfo info, Effect effect, Needs needsStar) implements StatementRule {

  /** What the actions take. */
  enum Needs {
    /** Some types of resource. */
    A_TYPE,
    /** No resource at all, so that only {@code *} matches. */
    THE_STAR
  }

  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          new ResourceMismatch(
              RuleInfo.warning(
                      "resource-mismatch", "no resource is of a type that the action takes")
                  .on(
                      Kind.IDENTITY,
                      Kind.PERMISSIONS_BOUNDARY,
                      Kind.SESSION,
                      Kind.RESOURCE,
                      Kind.KMS_KEY,
                      Kind.SERVICE_CONTROL,
                      Kind.VPC_ENDPOINT)
                  .peers("parliament:RESOURCE_MISMATCH", "boogy:resource_mismatch"),
              Effect.ALLOW,
              Needs.A_TYPE),
          new ResourceMismatch(
              RuleInfo.securityWarning(
                  "resource-mismatch-deny", "a `Deny` on resources that the action does not take"),
              Effect.DENY,
              Needs.A_TYPE),
          new ResourceMismatch(
              RuleInfo.warning("resource-needs-star", "the action takes no resource but `*`")
                  .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.SESSION)
                  .peers("parliament:RESOURCE_MISMATCH"),
              Effect.ALLOW,
              Needs.THE_STAR),
          new ResourceMismatch(
              RuleInfo.securityWarning(
                      "resource-needs-star-deny", "a `Deny` without `*` of an action that needs it")
                  .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.SESSION, Kind.SERVICE_CONTROL),
              Effect.DENY,
              Needs.THE_STAR));

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.effect().value() != effect
        || !(statement.action().value() instanceof Action element)
        || !(statement.resource().value() instanceof Resource resources)
        || resources.patterns().isEmpty()) {
      return;
    }
    ResourceReach reach = ResourceReach.of(statement, policy);
    if (reach.isEverything()) {
      return;
    }
    for (Located<ActionPattern> entry : element.patterns()) {
      ImmutableList<ActionDefinition> actions = policy.catalog().expand(entry.value().text());
      if (!actions.isEmpty()
          && speaksOf(actions)
          && !isLeftToOthers(actions, statement)
          && actions.stream().noneMatch(reach::reaches)
          && actions.stream()
              .noneMatch(action -> ResourceReach.isReachedElsewhere(action, statement, policy))
          && areSound(resources, policy)) {
        report(entry, actions, statement, findings);
      }
    }
  }

  /* What is wrong with an ARN explains why no action takes it, and is said there. */
  private static boolean areSound(Resource resources, LintedPolicy policy) {
    return resources.patterns().stream()
        .map(Located::value)
        .noneMatch(resource -> ArnRules.fault(resource, policy).isPresent());
  }

  private boolean speaksOf(ImmutableList<ActionDefinition> actions) {
    boolean takesNone = actions.stream().allMatch(action -> action.resources().isEmpty());
    return takesNone == (needsStar == Needs.THE_STAR);
  }

  /*
   * AWS takes some actions that know no resource for actions on everything of their service, such as
   * `s3:ListAllMyBuckets` on `arn:aws:s3:::*`, or of a kind, such as `logs:DescribeLogGroups` on
   * `log-group:*`, and does not say which. A log group without its suffix
   * is the ARN's fault and not the action's.
   */
  private boolean isLeftToOthers(ImmutableList<ActionDefinition> actions, Statement statement) {
    return needsStar == Needs.THE_STAR
        ? actions.stream()
            .map(ActionDefinition::service)
            .anyMatch(service -> isNamedAsAWhole(service, statement))
        : actions.stream().allMatch(action -> action.service().equals("logs"))
            && statement.resource().value().patterns().stream()
                .anyMatch(pattern -> ArnLogGroupSuffix.lacksSuffix(pattern.value()));
  }

  private static boolean isNamedAsAWhole(String service, Statement statement) {
    return statement.resource().value().patterns().stream()
        .map(Located::value)
        .filter(ArnPattern.class::isInstance)
        .map(pattern -> Arn.of(pattern.text()))
        .filter(arn -> Glob.of(arn.service()).matches(service))
        .anyMatch(arn -> arn.resource().equals("*") || arn.resource().startsWith("log-group:*"));
  }

  private void report(
      Located<ActionPattern> entry,
      ImmutableList<ActionDefinition> actions,
      Statement statement,
      Findings findings) {
    ImmutableSet<String> types =
        actions.stream()
            .flatMap(action -> action.resources().stream())
            .map(resource -> resource.type().name())
            .collect(ImmutableSet.toImmutableSet());
    String nothing = effect == Effect.ALLOW ? "nothing is allowed" : "nothing is denied";
    findings
        .at(entry.span())
        .message(
            types.isEmpty()
                ? "`" + entry.value().text() + "` takes no resource, so on these ARNs " + nothing
                : "`"
                    + entry.value().text()
                    + "` takes resources of type "
                    + NameList.quoted(types)
                    + ", and no resource of the statement is one, so "
                    + nothing)
        .advice(
            types.isEmpty()
                ? "give it a statement of its own with `\"Resource\": \"*\"`"
                : "name a resource that the action takes, or take the action out")
        .related(statement.resource().span(), "these are the resources")
        .add();
  }
}
