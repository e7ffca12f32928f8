package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.stream.Stream;

/** The principals that stand in a statement one by one, in the author's order. */
final class NamedPrincipals {
  private NamedPrincipals() {}

  /** Those of {@code Principal} and of {@code NotPrincipal}. */
  static ImmutableList<Located<PrincipalValue>> of(Statement statement) {
    return entries(statement.principal().value())
        .flatMap(entry -> entry.values().value().stream())
        .collect(toImmutableList());
  }

  /** Those of one kind, of {@code Principal} and of {@code NotPrincipal}. */
  static ImmutableList<Located<PrincipalValue>> of(Statement statement, PrincipalKind kind) {
    return entries(statement.principal().value())
        .filter(entry -> entry.kind().value() == kind)
        .flatMap(entry -> entry.values().value().stream())
        .collect(toImmutableList());
  }

  /** Those to whom the statement speaks: none of {@code NotPrincipal}. */
  static ImmutableList<Located<PrincipalValue>> addressed(Statement statement) {
    return statement.principal().value() instanceof PrincipalElement.Principal
        ? of(statement)
        : ImmutableList.of();
  }

  /** Those of one kind to whom the statement gives something. */
  static ImmutableList<Located<PrincipalValue>> allowed(Statement statement, PrincipalKind kind) {
    return statement.isAllow()
            && statement.principal().value() instanceof PrincipalElement.Principal
        ? of(statement, kind)
        : ImmutableList.of();
  }

  private static Stream<PrincipalSet.Entry> entries(PrincipalElement element) {
    return element.principals() instanceof PrincipalSet.Listed listed
        ? listed.entries().stream()
        : Stream.empty();
  }
}
