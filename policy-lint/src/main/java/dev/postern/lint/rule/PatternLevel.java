package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Predicate;

/** A pattern of an Allow that takes in actions of an access level, one rule a level. */
record PatternLevel(RuleInfo info, Predicate<ActionDefinition> kind) implements StatementRule {
  private static final ImmutableList<Kind> TYPES =
      ImmutableList.of(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.SESSION);

  static PatternLevel permissionsManagement() {
    return new PatternLevel(
        RuleInfo.warning(
                "wildcard-action-admin", "a wildcard takes in actions that change permissions")
            .on(TYPES)
            .insteadOf("wildcard-action-write")
            .peers("trivy:AWS-0057"),
        PermissionsManagement::isBy);
  }

  static PatternLevel write() {
    return new PatternLevel(
        RuleInfo.suggestion("wildcard-action-write", "a wildcard takes in actions that write")
            .on(TYPES)
            .strict()
            .peers("boogy:wildcard_action", "trivy:AWS-0057"),
        action -> action.level() == AccessLevel.WRITE);
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
      String text = pattern.value().text();
      if (ActionReach.hasWildcard(text) && !AdminFull.isEvery(pattern.value())) {
        ImmutableList<String> found =
            policy.catalog().expand(text).stream()
                .filter(kind)
                .map(ActionDefinition::fullName)
                .collect(toImmutableList());
        if (!found.isEmpty()) {
          findings.add(
              pattern.span(),
              "`" + text + "` takes in " + NameList.quoted(found),
              "name the actions that are needed");
        }
      }
    }
  }
}
