package dev.postern.lint.rule;

import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** {@code "Resource": "*"}, alone or in a list. */
final class StarResource {
  private StarResource() {}

  /** Where it stands in a statement. */
  static Optional<SourceSpan> of(Statement statement) {
    return statement.resource().value() instanceof ResourceElement.Resource resource
        ? resource.patterns().stream()
            .filter(pattern -> pattern.value() instanceof ResourcePattern.Any)
            .findFirst()
            .map(Located::span)
        : Optional.empty();
  }
}
