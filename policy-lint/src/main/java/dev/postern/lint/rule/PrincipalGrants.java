package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionName;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the policies of one principal certainly allow together. Judged in favour of their authors:
 * an Allow counts only where no condition narrows it, and a Deny also where its conditions test a
 * key of the action's own service, such as {@code iam:PermissionsBoundary}.
 */
final class PrincipalGrants {
  private static final ActionName PASS_ROLE = Handover.PASS_ROLE.action();

  private final ImmutableList<LintedPolicy> policies;
  // Many paths share a step, iam:PassRole above all.
  private final Map<Question, Optional<SourceSpan>> answers = new HashMap<>();
  private final NamedServices services;

  private PrincipalGrants(ImmutableList<LintedPolicy> policies) {
    this.policies = policies;
    this.services = NamedServices.allowedBy(policies);
  }

  /** The policies that are attached to one principal. */
  static PrincipalGrants of(List<LintedPolicy> policies) {
    return new PrincipalGrants(ImmutableList.copyOf(policies));
  }

  /** Which resources a grant has to reach. */
  enum Reach {
    /** Some resource of the action, be it a single one. */
    SOME,
    /** Many: {@code *}, or a wildcard in the name. */
    MANY,
    /** Many, or such as a policy variable makes the caller's own. */
    MANY_OR_OWN,
    /** All, as far as names go. */
    ALL;

    private boolean takes(ArnPattern arn, ActionDefinition action) {
      return switch (this) {
        case SOME -> true;
        case MANY -> WideName.isIn(arn, action);
        case MANY_OR_OWN -> WideName.isOwn(arn) || WideName.isIn(arn, action);
        case ALL -> WideName.isWholly(arn, action);
      };
    }
  }

  /** Whether a look at the statements is worth it; false where none allows the action. */
  boolean mayAllow(ActionName action) {
    return services.mayHave(action);
  }

  /**
   * Where an action is allowed.
   *
   * @param service the service that a role is passed to; empty for other actions
   */
  Optional<SourceSpan> allow(ActionName action, Reach reach, String service) {
    return !mayAllow(action)
        ? Optional.empty()
        : answers.computeIfAbsent(new Question(action, reach, service), this::answer);
  }

  private record Question(ActionName action, Reach reach, String service) {}

  private Optional<SourceSpan> answer(Question question) {
    for (LintedPolicy policy : policies) {
      for (Located<Statement> statement : policy.document().statementList()) {
        Optional<SourceSpan> place = place(statement.value(), policy, question);
        if (place.isPresent()) {
          return place;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<SourceSpan> place(Statement statement, LintedPolicy policy, Question question) {
    if (!statement.isAllow()) {
      return Optional.empty();
    }
    return ActionReach.of(statement, question.action)
        .filter(place -> isUnrestrained(statement, policy, question))
        .filter(place -> reaches(statement, policy, question))
        .map(ActionReach::span);
  }

  private static boolean isUnrestrained(
      Statement statement, LintedPolicy policy, Question question) {
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    return uses.size() == statement.condition().value().conditions().size()
        && uses.stream()
            .noneMatch(
                use ->
                    Restraint.narrows(use)
                        && !(question.action.equals(PASS_ROLE) && leadsTo(use, question.service)));
  }

  private static boolean leadsTo(KeyUse use, String service) {
    return use.isOf(Handover.PASS_ROLE.key())
        && !use.isNegated()
        && !service.isEmpty()
        && use.texts().stream().anyMatch(text -> Glob.of(text).matches(service));
  }

  private boolean reaches(Statement statement, LintedPolicy policy, Question question) {
    ResourceElement element = statement.resource().value();
    if (element instanceof ResourceElement.NotResource) {
      return !isDenied(question.action, "*");
    }
    return element.patterns().stream()
        .map(Located::value)
        .anyMatch(
            pattern ->
                reaches(pattern, policy, question) && !isDenied(question.action, pattern.text()));
  }

  private static boolean reaches(ResourcePattern pattern, LintedPolicy policy, Question question) {
    if (pattern instanceof ResourcePattern.Any) {
      return true;
    }
    return pattern instanceof ArnPattern arn
        && policy
            .catalog()
            .action(question.action.text())
            .filter(action -> fits(arn, action) && question.reach.takes(arn, action))
            .isPresent();
  }

  private static boolean fits(ArnPattern arn, ActionDefinition action) {
    return action.resources().stream().anyMatch(resource -> resource.type().fits(arn.text()));
  }

  private boolean isDenied(ActionName action, String resource) {
    return policies.stream()
        .anyMatch(
            policy ->
                policy.document().statementList().stream()
                    .map(Located::value)
                    .anyMatch(
                        statement ->
                            statement.isDeny()
                                && statement.action().value().covers(action)
                                && isCertain(statement, policy, action)
                                && covers(statement.resource().value(), resource)));
  }

  private static boolean isCertain(Statement deny, LintedPolicy policy, ActionName action) {
    return deny.condition().value().conditions().isEmpty()
        || KeyUse.allOf(deny, policy).stream()
            .anyMatch(use -> use.key().service().equals(action.service()));
  }

  private static boolean covers(ResourceElement denied, String resource) {
    if (denied instanceof ResourceElement.NotResource) {
      return denied.patterns().stream()
          .noneMatch(pattern -> Glob.of(pattern.value().text()).covers(Glob.of(resource)));
    }
    return denied.patterns().stream()
        .anyMatch(pattern -> Glob.of(pattern.value().text()).covers(Glob.of(resource)));
  }
}
