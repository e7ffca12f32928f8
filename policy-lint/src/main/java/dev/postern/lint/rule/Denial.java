package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionName;
import dev.postern.model.Glob;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** What a {@code Deny} takes back, whatever an {@code Allow} says. */
record Denial(Statement statement) {

  /** Those of a policy that spare nobody, or known callers and places only. */
  static ImmutableList<Denial> toStrangers(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isDeny)
        .filter(statement -> speaksToStrangers(statement.principal().value()))
        .filter(statement -> Confinement.sparesKnownOnly(statement, policy))
        .map(Denial::new)
        .collect(toImmutableList());
  }

  /** Whether it denies an action on all that a pattern of resources matches. */
  boolean covers(ActionDefinition action, String resource) {
    return statement.action().value().covers(ActionName.of(action.fullName()))
        && coversResource(resource);
  }

  private boolean coversResource(String resource) {
    ResourceElement element = statement.resource().value();
    if (element instanceof ResourceElement.Absent) {
      return true;
    }
    Glob asked = Glob.of(resource);
    return element instanceof ResourceElement.Resource
        && element.patterns().stream()
            .map(Located::value)
            .anyMatch(
                pattern ->
                    pattern instanceof ResourcePattern.Any
                        || Glob.of(pattern.text()).covers(asked));
  }

  /* NotPrincipal with a list denies everyone else. */
  private static boolean speaksToStrangers(PrincipalElement element) {
    if (element instanceof PrincipalElement.NotPrincipal) {
      return element.principals() instanceof PrincipalSet.Listed listed
          && listed.entries().stream()
              .flatMap(entry -> entry.values().value().stream())
              .noneMatch(value -> value.value() instanceof PrincipalValue.Everyone);
    }
    return element instanceof PrincipalElement.Principal principal
        && (principal.principals() instanceof PrincipalSet.Everyone
            || (principal.principals() instanceof PrincipalSet.Listed listed
                && listed.entries().stream()
                    .flatMap(entry -> entry.values().value().stream())
                    .anyMatch(value -> value.value() instanceof PrincipalValue.Everyone)));
  }
}
