package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ResourceType;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.ArrayList;
import java.util.List;

/** An ARN of a kind that no action of the statement takes. */
final class ResourceIrrelevant implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "resource-irrelevant", "no action of the statement takes this resource")
        .on(PolicyTypes.WITH_RESOURCES);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!(statement.action().value() instanceof Action element)
        || !(statement.resource().value() instanceof Resource resources)
        || resources.patterns().size() < 2
        || element.patterns().stream()
            .anyMatch(
                entry ->
                    entry.value().isAny() || !policy.catalog().matchesAny(entry.value().text()))) {
      return;
    }
    ImmutableSet<ResourceType> taken = taken(policy.actions(statement));
    ImmutableSet<String> services =
        taken.stream().map(ResourceType::service).collect(ImmutableSet.toImmutableSet());
    List<Located<ResourcePattern>> irrelevant = new ArrayList<>();
    for (Located<ResourcePattern> entry : resources.patterns()) {
      if (entry.value() instanceof ArnPattern pattern
          && isOfOneService(pattern)
          && services.stream()
              .flatMap(service -> policy.catalog().resourceTypes(service, pattern.text()).stream())
              .noneMatch(taken::contains)
          && ArnRules.fault(pattern, policy).isEmpty()) {
        irrelevant.add(entry);
      }
    }
    // Where none is taken, the actions are what is wrong.
    if (irrelevant.size() < resources.patterns().size()) {
      irrelevant.forEach(entry -> report(entry, policy, findings));
    }
  }

  private static ImmutableSet<ResourceType> taken(ImmutableList<ActionDefinition> actions) {
    return actions.stream()
        .flatMap(action -> action.resources().stream())
        .map(resource -> resource.type())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean isOfOneService(ArnPattern pattern) {
    String service = Arn.of(pattern.text()).service();
    return service.indexOf('*') < 0 && service.indexOf('?') < 0;
  }

  private static void report(
      Located<ResourcePattern> entry, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings
            .at(entry.span())
            .message("no action of the statement takes `" + entry.value().text() + "`")
            .advice("take it out, or add the action that was meant");
    ListEdit.remove(Fix.Kind.OFFER, "take the resource out", entry.span(), policy)
        .ifPresent(draft::fix);
    draft.add();
  }
}
