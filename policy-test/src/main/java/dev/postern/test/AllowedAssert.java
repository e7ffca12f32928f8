package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import org.assertj.core.api.AbstractAssert;

/** What else may be said of requests that are allowed. */
public final class AllowedAssert extends AnswersAssert<AllowedAssert> {
  private AllowedAssert(
      AbstractAssert<?, ?> asker, PolicySet policies, ImmutableList<Answer> answers) {
    super(asker, policies, answers, AllowedAssert.class);
  }

  static Question<AllowedAssert> question(
      AbstractAssert<?, ?> asker, PolicySet policies, String[] actions) {
    return Question.of(
        policies,
        "allows",
        actions,
        answers ->
            new AllowedAssert(asker, policies, answers).require("allowed", Decision::isAllowed));
  }
}
