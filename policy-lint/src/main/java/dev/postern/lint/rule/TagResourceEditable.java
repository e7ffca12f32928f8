package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.KeyScope;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** Access by a tag that whoever has the access may set: tag it, then use it. */
final class TagResourceEditable implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "tag-resource-editable", "access depends on a tag that the policy lets one set")
        .on(Kind.IDENTITY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(TagResourceEditable::isSettable)
        .filter(use -> use.domain() != Domain.PRESENCE && !use.holdsOnAbsentKey())
        .findFirst()
        .ifPresent(use -> check(use, statement, policy, findings));
  }

  /* Only AWS sets tags whose keys begin with `aws:`. */
  private static boolean isSettable(KeyUse use) {
    return TagKey.of(use)
        .filter(tag -> tag.family() == TagKey.Family.RESOURCE)
        .filter(tag -> !Ascii.toLowerCase(tag.name()).startsWith("aws:"))
        .isPresent();
  }

  private static void check(
      KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableSet<String> services =
        policy.actions(statement).stream()
            .filter(action -> action.level() != AccessLevel.TAGGING)
            .filter(action -> TagKey.goesWith(action, use, policy))
            .map(ActionDefinition::service)
            .collect(toImmutableSet());
    if (services.isEmpty() || deniesTagging(policy)) {
      return;
    }
    for (Located<Statement> other : policy.document().statementList()) {
      Optional<ActionDefinition> setting = setsTags(other.value(), services, policy);
      if (setting.isPresent()) {
        findings
            .at(use.valuesSpan())
            .message(
                "whoever has this policy may set `"
                    + use.key().text()
                    + "` with `"
                    + setting.get().fullName()
                    + "` and so gain the access")
            .advice("limit the tags that may be set with `aws:TagKeys`, or deny to change this one")
            .related(other.value().action().span(), "this sets any tag on any resource")
            .add();
        return;
      }
    }
  }

  /** The action by which a statement lets one set any tag on any resource of the services. */
  private static Optional<ActionDefinition> setsTags(
      Statement statement, ImmutableSet<String> services, LintedPolicy policy) {
    boolean isOpen =
        statement.isAllow()
            && statement.condition().value().conditions().isEmpty()
            && speaksOfEverything(statement);
    return isOpen
        ? policy.actions(statement).stream()
            .filter(action -> services.contains(action.service()) && sets(action, policy))
            .findFirst()
        : Optional.empty();
  }

  private static boolean sets(ActionDefinition action, LintedPolicy policy) {
    return action.level() == AccessLevel.TAGGING
        && policy.catalog().keyScope(action, "aws:RequestTag/key") != KeyScope.NONE;
  }

  /** Whether it speaks of every resource there is. */
  static boolean speaksOfEverything(Statement statement) {
    return statement.resource().value() instanceof ResourceElement.Resource resource
        && resource.patterns().stream()
            .anyMatch(pattern -> pattern.value() instanceof ResourcePattern.Any);
  }

  private static boolean deniesTagging(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isDeny)
        .flatMap(statement -> policy.actions(statement).stream())
        .anyMatch(action -> action.level() == AccessLevel.TAGGING);
  }
}
