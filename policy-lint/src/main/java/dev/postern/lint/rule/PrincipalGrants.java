package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policies of one principal certainly allow together. Judged in favour of their authors:
 * an Allow counts only where no condition narrows it, that of a permissions boundary, too, and a
 * Deny also where its conditions test a key of the action's own service, such as {@code
 * iam:PermissionsBoundary}.
 */
final class PrincipalGrants {
  private static final ActionName PASS_ROLE = Handover.PASS_ROLE.action();

  private final ImmutableList<LintedPolicy> policies;
  private final ImmutableList<LintedPolicy> boundaries;
  private final ImmutableList<Denial> denials;
  // Many paths share a step, iam:PassRole above all.
  private final Map<Question, Optional<SourceSpan>> answers = new HashMap<>();
  private final NamedServices services;
  private final Map<ActionName, Boolean> named = new HashMap<>();

  private PrincipalGrants(
      ImmutableList<LintedPolicy> policies, ImmutableList<LintedPolicy> boundaries) {
    this.policies = policies;
    this.boundaries = boundaries;
    this.denials =
        Stream.concat(policies.stream(), boundaries.stream())
            .flatMap(Denial::in)
            .collect(toImmutableList());
    this.services = NamedServices.allowedBy(policies);
  }

  /**
   * Those of the policies that one principal has.
   *
   * @param boundaries what limits it
   */
  static PrincipalGrants of(
      ImmutableList<LintedPolicy> policies, ImmutableList<LintedPolicy> boundaries) {
    return new PrincipalGrants(policies, boundaries);
  }

  /** A statement that denies, in the policy that it stands in. */
  private record Denial(Statement statement, LintedPolicy policy) {
    static Stream<Denial> in(LintedPolicy policy) {
      return policy.document().statementList().stream()
          .map(Located::value)
          .filter(Statement::isDeny)
          .map(statement -> new Denial(statement, policy));
    }

    boolean denies(ActionName action, String resource) {
      return statement.action().value().covers(action)
          && isCertain(statement, policy, action)
          && covers(statement.resource().value(), resource);
    }
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
    return services.mayHave(action) && named.computeIfAbsent(action, this::isNamed);
  }

  private boolean isNamed(ActionName action) {
    for (LintedPolicy policy : policies) {
      for (Located<Statement> statement : policy.document().statementList()) {
        if (statement.value().isAllow() && statement.value().action().value().covers(action)) {
          return true;
        }
      }
    }
    return false;
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
      return isLeft("*", question);
    }
    return element.patterns().stream()
        .map(Located::value)
        .anyMatch(
            pattern -> reaches(pattern, policy, question) && isLeft(pattern.text(), question));
  }

  /* Where several limit, each has to leave all of it: what they have in common is not looked for. */
  private boolean isLeft(String resource, Question question) {
    return !isDenied(question.action, resource)
        && boundaries.stream().allMatch(boundary -> leaves(boundary, resource, question));
  }

  private boolean leaves(LintedPolicy boundary, String resource, Question question) {
    return boundary.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isAllow)
        .filter(statement -> statement.action().value().covers(question.action))
        .filter(statement -> isUnrestrained(statement, boundary, question))
        .anyMatch(statement -> leaves(statement, boundary, resource, question));
  }

  /* A boundary may leave all that was granted, or of a wide grant as much as is asked for. */
  private boolean leaves(
      Statement statement, LintedPolicy boundary, String resource, Question question) {
    ResourceElement element = statement.resource().value();
    if (element instanceof ResourceElement.NotResource) {
      return true;
    }
    Glob granted = Glob.of(resource);
    return element.patterns().stream()
        .map(Located::value)
        .anyMatch(
            pattern ->
                Glob.of(pattern.text()).covers(granted)
                    || (granted.covers(Glob.of(pattern.text()))
                        && reaches(pattern, boundary, question)
                        && !isDenied(question.action, pattern.text())));
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
    return denials.stream().anyMatch(denial -> denial.denies(action, resource));
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
