package dev.postern.test;

import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.Verdict;
import java.util.Arrays;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** What a decision must be, and why. */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
  DecisionAssert(Decision actual) {
    super(actual, DecisionAssert.class);
  }

  /** The request is allowed. */
  public DecisionAssert isAllowed() {
    return require("allowed", Decision::isAllowed);
  }

  /** The request is denied, explicitly or not, whatever the keys hold that it does not know. */
  public DecisionAssert isDenied() {
    return require("denied", Cause::isDenied);
  }

  /** A {@code Deny} matches, or a setting counts as one. */
  public DecisionAssert isExplicitlyDenied() {
    return require("explicitly denied", Cause.is(Verdict.EXPLICIT_DENY));
  }

  /** Nothing that would have to allow the request does. */
  public DecisionAssert isImplicitlyDenied() {
    return require("implicitly denied", Cause.is(Verdict.IMPLICIT_DENY));
  }

  /** The answer hangs on keys that the request does not know. */
  public DecisionAssert dependsOnUnknownKeys() {
    return require("undecided, for a key that is not known", Cause.is(Verdict.DEPENDS));
  }

  /**
   * Because of policies of this type: they are the one cause that the decision names. AWS names one
   * even if several deny; so does a decision, in the order of {@link Layer}.
   */
  public DecisionAssert because(Layer layer) {
    return require(Cause.text(layer), Cause.is(layer));
  }

  /**
   * Because of this statement in policies of this type.
   *
   * @param sid the statement's {@code Sid}
   */
  public DecisionAssert because(Layer layer, String sid) {
    return require(Cause.text(layer, sid), Cause.is(layer, sid));
  }

  /** Statements asked for each of these condition keys, and the request has none of them. */
  public DecisionAssert isMissing(String... keys) {
    return require(
        "without the keys " + String.join(", ", keys) + ", and statements to ask for them",
        decision -> Arrays.stream(keys).allMatch(key -> lacks(decision, key)));
  }

  private static boolean lacks(Decision decision, String key) {
    return decision.missingKeys().stream()
        .anyMatch(missing -> missing.key().text().equalsIgnoreCase(key));
  }

  /** No point that AWS leaves open takes part. */
  public DecisionAssert restsOnNothingUnspecified() {
    return require(
        "decided without what AWS leaves open", decision -> decision.unspecified().isEmpty());
  }

  private DecisionAssert require(String expected, Predicate<Decision> holds) {
    if (!holds.test(actual)) {
      failWithMessage("%s", AnswerText.of(expected, actual));
    }
    return this;
  }
}
