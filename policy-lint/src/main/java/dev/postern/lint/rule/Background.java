package dev.postern.lint.rule;

import dev.postern.catalog.Catalog;
import java.time.Clock;

/**
 * What a policy is judged by, apart from its text.
 *
 * @param catalog what exists at AWS
 * @param clock what time it is
 */
public record Background(Catalog catalog, Clock clock) {

  /** The catalog that comes with the library, and the system's clock. */
  public static Background standard() {
    return new Background(Catalog.bundled(), Clock.systemUTC());
  }
}
