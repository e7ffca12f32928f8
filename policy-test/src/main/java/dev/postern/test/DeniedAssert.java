package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Verdict;
import org.assertj.core.api.AbstractAssert;

/** What else may be said of requests that are denied. */
public final class DeniedAssert extends AnswersAssert<DeniedAssert> {
  private DeniedAssert(
      AbstractAssert<?, ?> asker, PolicySet policies, ImmutableList<Answer> answers) {
    super(asker, policies, answers, DeniedAssert.class);
  }

  static Question<DeniedAssert> question(
      AbstractAssert<?, ?> asker, PolicySet policies, String[] actions) {
    return Question.of(
        policies,
        "denies",
        actions,
        answers -> new DeniedAssert(asker, policies, answers).require("denied", Cause::isDenied));
  }

  /** By a {@code Deny} that matches, or a setting that counts as one. */
  public DeniedAssert explicitly() {
    return require("explicitly denied", Cause.is(Verdict.EXPLICIT_DENY));
  }

  /** Because nothing that would have to allow them does. */
  public DeniedAssert implicitly() {
    return require("implicitly denied", Cause.is(Verdict.IMPLICIT_DENY));
  }
}
