package dev.postern.test;

import org.assertj.core.api.WritableAssertionInfo;

/** What a user said about an assertion, for the assertions that follow from it. */
final class Failure {
  private Failure() {}

  /** Takes over the description, the message and the representation. */
  static void inherit(WritableAssertionInfo info, WritableAssertionInfo from) {
    if (from.hasDescription()) {
      info.description(from.description());
    }
    if (from.overridingErrorMessage() != null) {
      info.overridingErrorMessage(from.overridingErrorMessage());
    }
    info.useRepresentation(from.representation());
  }
}
