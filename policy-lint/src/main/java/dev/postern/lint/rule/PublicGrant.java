package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.KeyScope;
import dev.postern.catalog.ResourceType;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a statement allows to anyone: its principal is {@code *}, none of its conditions confines
 * who asks or from where, and no {@code Deny} of the policy takes it back from all but known
 * callers.
 *
 * @param statement the statement
 * @param everyone where it says that it speaks to everyone
 * @param confinement why its conditions do not confine it
 * @param actions the actions that are left, not empty
 * @param resource a pattern of its resources on which the first of them is left
 */
record PublicGrant(
    Statement statement,
    SourceSpan everyone,
    Confinement confinement,
    ImmutableList<ActionDefinition> actions,
    String resource) {
  /* Reached from associated VPCs alone. AWS: "Control access to VPC Lattice services". */
  private static final ImmutableSet<String> NOT_ON_THE_INTERNET =
      ImmutableSet.of("vpc-lattice-svcs");

  /** The public grants of a resource's policy. */
  static ImmutableList<PublicGrant> of(LintedPolicy policy) {
    ImmutableList<Denial> denials = Denial.toStrangers(policy);
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isAllow)
        .filter(statement -> !isVpcEndpointDefault(statement, policy))
        .flatMap(statement -> of(statement, denials, policy).stream())
        .collect(toImmutableList());
  }

  private static Optional<PublicGrant> of(
      Statement statement, ImmutableList<Denial> denials, LintedPolicy policy) {
    Optional<SourceSpan> everyone = everyone(statement.principal());
    if (everyone.isEmpty()) {
      return Optional.empty();
    }
    Confinement confinement = Confinement.of(statement, policy);
    if (!confinement.isOpen()) {
      return Optional.empty();
    }
    ImmutableList.Builder<ActionDefinition> left = ImmutableList.builder();
    String resource = "";
    Map<String, ImmutableList<ResourceType>> types = new HashMap<>();
    for (ActionDefinition action : actions(statement, policy)) {
      if (lacksKey(action, statement, policy)) {
        continue;
      }
      Optional<String> open =
          resources(statement).stream()
              .filter(pattern -> takes(action, pattern, types, policy))
              .filter(
                  pattern -> denials.stream().noneMatch(denial -> denial.covers(action, pattern)))
              .findFirst();
      if (open.isPresent()) {
        left.add(action);
        resource = resource.isEmpty() ? open.get() : resource;
      }
    }
    ImmutableList<ActionDefinition> actions = left.build();
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(new PublicGrant(statement, everyone.get(), confinement, actions, resource));
  }

  /** Where a principal element speaks to everyone; nothing if it does not. */
  static Optional<SourceSpan> everyone(Located<PrincipalElement> element) {
    if (!(element.value() instanceof PrincipalElement.Principal principal)) {
      return Optional.empty();
    }
    if (principal.principals() instanceof PrincipalSet.Listed listed) {
      return listed.entries().stream()
          .flatMap(entry -> entry.values().value().stream())
          .filter(value -> value.value() instanceof PrincipalValue.Everyone)
          .map(Located::span)
          .findFirst();
    }
    return Optional.of(element.span());
  }

  /* Those of the resource's own service, where its type is known. */
  private static ImmutableList<ActionDefinition> actions(Statement statement, LintedPolicy policy) {
    Optional<String> service =
        policy
            .type()
            .resourceType()
            .map(type -> Ascii.toLowerCase(Splitter.on("::").splitToList(type).get(1)))
            .filter(prefix -> policy.catalog().service(prefix).isPresent());
    return policy.actions(statement).stream()
        .filter(action -> !NOT_ON_THE_INTERNET.contains(action.service()))
        .filter(action -> service.map(action.service()::equals).orElse(true))
        .collect(toImmutableList());
  }

  /* A test of a key that never comes with the action fails, unless it holds without the key. */
  private static boolean lacksKey(
      ActionDefinition action, Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .filter(use -> !use.holdsOnAbsentKey() && !use.key().service().equals("aws"))
        .anyMatch(use -> policy.catalog().keyScope(action, use.key().text()) == KeyScope.NONE);
  }

  private static ImmutableList<String> resources(Statement statement) {
    ResourceElement element = statement.resource().value();
    return element instanceof ResourceElement.Resource
        ? element.patterns().stream()
            .map(pattern -> pattern.value().text())
            .collect(toImmutableList())
        : ImmutableList.of("*");
  }

  private static boolean takes(
      ActionDefinition action,
      String resource,
      Map<String, ImmutableList<ResourceType>> types,
      LintedPolicy policy) {
    return resource.equals("*")
        || types
            .computeIfAbsent(
                action.service() + " " + resource,
                key -> policy.catalog().resourceTypes(action.service(), resource))
            .stream()
            .anyMatch(
                type -> action.resources().stream().anyMatch(taken -> taken.type().equals(type)));
  }

  /*
   * A policy of an unknown type that allows everyone everything on everything is what AWS writes
   * for a VPC endpoint, where it gives nothing.
   */
  private static boolean isVpcEndpointDefault(Statement statement, LintedPolicy policy) {
    return policy.type().resourceType().isEmpty()
        && resources(statement).contains("*")
        && statement.action().value().patterns().stream()
            .anyMatch(pattern -> pattern.value().isAny());
  }
}
