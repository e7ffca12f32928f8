package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.Predicate;

/** Actions of an access level on {@code *} that no condition confines, one rule a level. */
record UnconfinedLevel(RuleInfo info, Predicate<ActionDefinition> kind) implements StatementRule {

  static UnconfinedLevel write() {
    return new UnconfinedLevel(
        RuleInfo.suggestion("write-unconstrained", "everything of a kind can be changed")
            .on(Kind.IDENTITY)
            .strict()
            .peers(
                "cloudsplaining:InfrastructureModification",
                "checkov:CKV_AWS_111",
                "checkov:CKV_AWS_290"),
        action -> action.level() == AccessLevel.WRITE);
  }

  static UnconfinedLevel permissionsManagement() {
    return new UnconfinedLevel(
        RuleInfo.securityWarning(
                "permissions-management", "permissions on everything can be changed")
            .on(Kind.IDENTITY)
            .peers(
                "cloudsplaining:ResourceExposure",
                "checkov:CKV_AWS_109",
                "checkov:CKV_AWS_289",
                "parliament:PERMISSIONS_MANAGEMENT_ACTIONS"),
        PermissionsManagement::isBy);
  }

  static UnconfinedLevel tagging() {
    return new UnconfinedLevel(
        RuleInfo.suggestion("tagging-unconstrained", "tags on everything can be changed")
            .on(Kind.IDENTITY)
            .strict()
            .peers("cloudsplaining:tagging"),
        action -> action.level() == AccessLevel.TAGGING);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<SourceSpan> star = StarResource.of(statement);
    if (!statement.isAllow() || star.isEmpty() || Restraint.isOn(statement, policy)) {
      return;
    }
    ImmutableList<String> found =
        policy.actions(statement).stream()
            .filter(action -> kind.test(action) && !action.resources().isEmpty())
            .map(ActionDefinition::fullName)
            .collect(toImmutableList());
    if (!found.isEmpty()) {
      findings
          .at(
              ActionReach.of(statement, ActionName.of(found.get(0)))
                  .map(ActionReach::span)
                  .orElse(statement.action().span()))
          .message("on every resource: " + NameList.quoted(found))
          .advice("name the resources, or confine them by a condition")
          .related(star.get(), "this is the wildcard")
          .add();
    }
  }
}
