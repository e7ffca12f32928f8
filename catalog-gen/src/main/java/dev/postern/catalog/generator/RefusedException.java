package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;

/**
 * The sources say what the generator does not understand, or what cannot be. The message holds a
 * line for each such place: where, what was found, what was expected.
 */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }

  static RefusedException all(ImmutableList<String> messages) {
    return new RefusedException(String.join("\n", messages));
  }
}
