package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionName;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** A principal of another account may write the resource's own policy or access control list. */
final class CrossAccountPermissions implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "cross-account-permissions", "another account may change who has access")
        .on(PolicyTypes.OF_RESOURCES);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<Located<PrincipalValue>> foreigner = CrossAccountFull.foreigner(statement, policy);
    if (foreigner.isEmpty()) {
      return;
    }
    // A grant of a key gives its use, and is for services to give.
    ImmutableList<ActionDefinition> permissions =
        policy.actions(statement).stream()
            .filter(action -> action.level() == AccessLevel.PERMISSIONS_MANAGEMENT)
            .filter(action -> !action.name().endsWith("Grant"))
            .collect(toImmutableList());
    if (!permissions.isEmpty()) {
      findings
          .at(span(statement, permissions.get(0)))
          .message(
              "`"
                  + foreigner.get().value().text()
                  + "` belongs to another account than the resource, and may do "
                  + NameList.quoted(
                      permissions.stream()
                          .map(ActionDefinition::fullName)
                          .collect(toImmutableList())))
          .advice("leave to the owning account who else has access")
          .related(foreigner.get().span(), "this is the other account")
          .add();
    }
  }

  /* The entry that takes the action in; of NotAction, the element. */
  private static SourceSpan span(Statement statement, ActionDefinition action) {
    ActionName name = ActionName.of(action.fullName());
    return statement.action().value().patterns().stream()
        .filter(pattern -> pattern.value().matches(name))
        .map(Located::span)
        .findFirst()
        .orElse(statement.action().span());
  }
}
