package dev.postern.lint.rule;

import dev.postern.catalog.Catalog;
import java.time.Clock;

/**
 * What a policy is judged by, apart from its text.
 *
 * @param catalog what exists at AWS
 * @param clock what time it is
 * @param expectations what the owner of the policies expects besides
 * @param inline whose inline policy it is, where that is known
 */
public record Background(
    Catalog catalog, Clock clock, Expectations expectations, InlineUse inline) {

  /** The catalog that comes with the library, and the system's clock. */
  public static Background standard() {
    return of(Catalog.bundled(), Clock.systemUTC());
  }

  /** Without expectations. */
  public static Background of(Catalog catalog, Clock clock) {
    return new Background(catalog, clock, Expectations.NONE, InlineUse.UNKNOWN);
  }

  /** The same with other expectations. */
  public Background expecting(Expectations others) {
    return new Background(catalog, clock, others, inline);
  }

  /** The same for an inline policy, whose holder is known. */
  public Background inline(InlineUse use) {
    return new Background(catalog, clock, expectations, use);
  }
}
