package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A {@code Deny} of requests without TLS. */
final class PlainHttp {
  private PlainHttp() {}

  /** Those of a policy, whatever else they ask. */
  static ImmutableList<Statement> denials(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isDeny)
        .filter(statement -> tests(statement, policy).stream().anyMatch(PlainHttp::holdsWithoutTls))
        .collect(toImmutableList());
  }

  /** The tests of TLS in a statement. */
  static ImmutableList<KeyUse> tests(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .filter(use -> use.isOf("aws:SecureTransport"))
        .collect(toImmutableList());
  }

  /** Whether a test holds for a request without TLS. */
  static boolean holdsWithoutTls(KeyUse use) {
    boolean saysFalse = use.texts().stream().anyMatch("false"::equalsIgnoreCase);
    return switch (use.domain()) {
      case PRESENCE -> false;
      default -> saysFalse != use.isNegated();
    };
  }
}
