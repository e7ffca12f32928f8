package dev.postern.model;

import java.util.Optional;

/**
 * A name that an author may give: the {@code Id} of a document or the {@code Sid} of a statement.
 */
public sealed interface Label {
  /** No name was given. */
  Label NONE = new None();

  /** The name, where one was given; the empty string is one. */
  Optional<String> asText();

  /** A name as it was written. */
  record Given(String text) implements Label {
    @Override
    public Optional<String> asText() {
      return Optional.of(text);
    }
  }

  /** The element is not there. */
  record None() implements Label {
    @Override
    public Optional<String> asText() {
      return Optional.empty();
    }
  }
}
