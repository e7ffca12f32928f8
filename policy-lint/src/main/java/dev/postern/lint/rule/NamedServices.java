package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.HashSet;
import java.util.Set;

/**
 * The services of which statements speak, as far as they are written out. Tells in one look that
 * the statements have nothing to do with an action, which holds for most actions and most policies.
 */
final class NamedServices {
  private final Set<String> prefixes = new HashSet<>();
  private boolean any;

  private NamedServices() {}

  /** Those of which the {@code Allow} statements of some policies speak. */
  static NamedServices allowedBy(Iterable<LintedPolicy> policies) {
    NamedServices services = new NamedServices();
    for (LintedPolicy policy : policies) {
      for (Located<Statement> statement : policy.document().statementList()) {
        if (statement.value().isAllow()) {
          services.add(statement.value().action().value());
        }
      }
    }
    return services;
  }

  private void add(ActionElement element) {
    if (element instanceof ActionElement.NotAction) {
      any = true;
      return;
    }
    for (Located<ActionPattern> pattern : element.patterns()) {
      String service = pattern.value().servicePattern();
      if (ActionReach.hasWildcard(service)) {
        any = true;
      } else {
        prefixes.add(service);
      }
    }
  }

  /** Whether some statement may speak of an action; false is certain. */
  boolean mayHave(ActionName action) {
    return any || prefixes.contains(action.service());
  }
}
