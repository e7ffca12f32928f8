package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.stream.Stream;

/**
 * The {@code Deny} statements that take away what a policy grants, whatever the request: without a
 * condition, on every resource, for every principal that the policy could grant to.
 *
 * @param elements the actions that they speak of
 */
record Denials(ImmutableList<ActionElement> elements) {

  /** Whether an {@code Allow} in such a policy gives access by itself. */
  static boolean grants(CompiledPolicy policy) {
    Kind kind = policy.type().kind();
    return kind == Kind.IDENTITY || kind.isResourceBased();
  }

  /**
   * Those against one policy.
   *
   * @param all the policies that apply together with it, itself included
   */
  static Denials against(CompiledPolicy policy, ImmutableList<CompiledPolicy> all) {
    Stream<CompiledPolicy> deniers =
        policy.type().kind() == Kind.IDENTITY
            ? all.stream().filter(Denials::bindsTheIdentity)
            : Stream.of(policy);
    return new Denials(deniers.flatMap(Denials::of).collect(ImmutableList.toImmutableList()));
  }

  private static Stream<ActionElement> of(CompiledPolicy policy) {
    boolean hasPrincipals = hasPrincipals(policy.type().kind());
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Denials::isForSure)
        .filter(statement -> isEveryone(statement.principal().value(), hasPrincipals))
        .map(statement -> statement.action().value());
  }

  private static boolean hasPrincipals(Kind kind) {
    return kind.isResourceBased() || kind == Kind.RESOURCE_CONTROL || kind == Kind.VPC_ENDPOINT;
  }

  /* Not those of an organization: its management account and service-linked roles are not bound. */
  private static boolean bindsTheIdentity(CompiledPolicy policy) {
    return switch (policy.type().kind()) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION -> true;
      default -> false;
    };
  }

  private static boolean isForSure(Statement statement) {
    return statement.isDeny()
        && statement.condition().value().conditions().isEmpty()
        && isEverything(statement.resource().value())
        && isPlain(statement.action().value());
  }

  /* AWS leaves open what an empty list means, and a wildcard in a service's prefix. */
  private static boolean isPlain(ActionElement element) {
    return !element.patterns().isEmpty()
        && element.patterns().stream().map(Located::value).allMatch(Denials::isPlain);
  }

  private static boolean isPlain(ActionPattern pattern) {
    return pattern.isAny() || Glob.of(pattern.servicePattern()).isLiteral();
  }

  /* Where a type has no principals, whoever has the policy is bound. */
  private static boolean isEveryone(PrincipalElement element, boolean hasPrincipals) {
    return !hasPrincipals
        || (element instanceof PrincipalElement.Principal principal
            && principal.principals() instanceof PrincipalSet.Everyone);
  }

  private static boolean isEverything(ResourceElement element) {
    return element instanceof ResourceElement.Resource resource
        && resource.patterns().stream()
            .anyMatch(pattern -> pattern.value() instanceof ResourcePattern.Any);
  }

  /** Whether one of them speaks of the action. */
  boolean cover(ActionName action) {
    return elements.stream().anyMatch(element -> element.covers(action));
  }

  /** Whether one of them speaks of everything that the pattern matches. */
  boolean cover(ActionPattern actions) {
    return elements.stream()
        .filter(ActionElement.Action.class::isInstance)
        .flatMap(element -> element.patterns().stream())
        .anyMatch(pattern -> Grants.covers(pattern.value(), actions));
  }
}
