package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An allowed action without the actions that it needs besides. AWS: "Actions, resources, and
 * condition keys for AWS services", the column Dependent actions.
 */
final class ActionDependencyMissing implements StatementRule {
  private static final int MOST_NAMES = 10;

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "action-dependency-missing", "an action needs another that is not allowed")
        .on(PolicyType.Kind.IDENTITY)
        .strict();
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()
        || !(statement.value().action().value() instanceof Action element)) {
      return;
    }
    for (Located<ActionPattern> entry : element.patterns()) {
      Set<String> missing = new LinkedHashSet<>();
      if (!entry.value().isAny()) {
        for (ActionDefinition action : policy.catalog().expand(entry.value().text())) {
          action.dependentActions().stream()
              .filter(name -> !isAllowed(name, policy))
              .forEach(missing::add);
        }
      }
      if (!missing.isEmpty()) {
        report(entry, ImmutableSet.copyOf(missing), findings);
      }
    }
  }

  private static boolean isAllowed(String name, LintedPolicy policy) {
    ActionName action = ActionName.of(name);
    return policy.document().statementList().stream()
        .map(Located::value)
        .anyMatch(statement -> statement.isAllow() && statement.action().value().covers(action));
  }

  private static void report(
      Located<ActionPattern> entry, ImmutableSet<String> missing, Findings findings) {
    ImmutableList<String> names = missing.asList();
    int more = names.size() - MOST_NAMES;
    findings.add(
        entry.span(),
        "`"
            + entry.value().text()
            + "` may need "
            + names.stream()
                .limit(MOST_NAMES)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : "")
            + ", which this policy does not allow",
        "allow it unless another policy does; as of " + ActionDefinition.DEPENDENT_ACTIONS_AS_OF);
  }
}
