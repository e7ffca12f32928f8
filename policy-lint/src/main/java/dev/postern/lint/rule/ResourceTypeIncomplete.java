package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.ResourceType;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An action that is authorized on several types of resource at once, allowed on some of them only:
 * every call fails.
 */
final class ResourceTypeIncomplete implements StatementRule {
  private static final Splitter WORDS = Splitter.on(' ');
  private static final Supplier<ImmutableSetMultimap<String, String>> JOINT =
      Suppliers.memoize(ResourceTypeIncomplete::read);

  private static ImmutableSetMultimap<String, String> read() {
    ImmutableSetMultimap.Builder<String, String> types = ImmutableSetMultimap.builder();
    for (ImmutableList<String> row : FactTable.read("joint-actions.tsv", 4)) {
      types.putAll(row.get(0), WORDS.split(row.get(1)));
    }
    return types.build();
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "resource-type-incomplete", "allowed on some of the types that each call needs")
        .on(Kind.IDENTITY, Kind.SESSION)
        .peers("parliament:RESOURCE_MISMATCH");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || !(statement.action().value() instanceof Action element)) {
      return;
    }
    for (Located<ActionPattern> entry : element.patterns()) {
      Optional<ActionDefinition> action = policy.catalog().action(entry.value().text());
      if (action.isPresent() && isFirst(action.get(), located, policy)) {
        ImmutableList<String> missing = missing(action.get(), policy);
        if (!missing.isEmpty()) {
          report(entry, missing, statement, findings);
        }
      }
    }
  }

  private static ImmutableList<Statement> allowing(ActionDefinition action, LintedPolicy policy) {
    ActionName name = ActionName.of(action.fullName());
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(other -> other.isAllow() && other.action().value().covers(name))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isFirst(
      ActionDefinition action, Located<Statement> statement, LintedPolicy policy) {
    return JOINT.get().containsKey(action.fullName())
        && allowing(action, policy).get(0).equals(statement.value());
  }

  private static ImmutableList<String> missing(ActionDefinition action, LintedPolicy policy) {
    ImmutableList<ResourceReach> reaches =
        allowing(action, policy).stream()
            .map(statement -> ResourceReach.of(statement, policy))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<ResourceType> needed =
        action.resources().stream()
            .map(ActionResource::type)
            .filter(type -> JOINT.get().containsEntry(action.fullName(), type.name()))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<String> missing =
        needed.stream()
            .filter(type -> reaches.stream().noneMatch(reach -> reach.reaches(type)))
            .map(ResourceType::name)
            .collect(ImmutableList.toImmutableList());
    // Where none is reached, the resources are of the wrong type.
    return missing.size() < needed.size() ? missing : ImmutableList.of();
  }

  private static void report(
      Located<ActionPattern> entry,
      ImmutableList<String> missing,
      Statement statement,
      Findings findings) {
    findings
        .at(entry.span())
        .message(
            "each `"
                + entry.value().text()
                + "` needs "
                + NameList.quoted(missing)
                + ", too, on which the policy does not allow it")
        .advice("add the resources, here or in a statement of their own")
        .related(statement.resource().span(), "these are the resources")
        .add();
  }
}
