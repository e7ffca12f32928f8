package dev.postern.test;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * What may be said of the answers to a {@link Question} once they are as they should be, and the
 * way to the next question about the same policies.
 *
 * @param <A> the type itself
 */
public abstract sealed class AnswersAssert<A extends AnswersAssert<A>>
    extends AbstractAssert<A, ImmutableList<Decision>> permits AllowedAssert, DeniedAssert {
  private final PolicySet policies;
  private final ImmutableList<Answer> answers;

  AnswersAssert(
      AbstractAssert<?, ?> asker,
      PolicySet policies,
      ImmutableList<Answer> answers,
      Class<A> selfType) {
    super(
        answers.stream().map(Answer::decision).collect(ImmutableList.toImmutableList()), selfType);
    this.policies = policies;
    this.answers = answers;
    Failure.inherit(info, asker.getWritableAssertionInfo());
  }

  /**
   * Because of policies of this type: they are the one cause that the decision names. AWS names one
   * even if several deny; so does a decision, in the order of {@link Layer}.
   */
  public A because(Layer layer) {
    return require(Cause.text(layer), Cause.is(layer));
  }

  /**
   * Because of this statement in policies of this type.
   *
   * @param sid the statement's {@code Sid}
   */
  public A because(Layer layer, String sid) {
    return require(Cause.text(layer, sid), Cause.is(layer, sid));
  }

  /** Whatever AWS leaves open: no point of {@link dev.postern.eval.Unspecified} takes part. */
  public A restsOnNothingUnspecified() {
    return require(
        "decided without what AWS leaves open", decision -> decision.unspecified().isEmpty());
  }

  /** The same policies allow these actions, too. */
  @CheckReturnValue
  public Question<AllowedAssert> allows(String... actions) {
    return AllowedAssert.question(this, policies, actions);
  }

  /** The same policies deny these actions. */
  @CheckReturnValue
  public Question<DeniedAssert> denies(String... actions) {
    return DeniedAssert.question(this, policies, actions);
  }

  /** Throws with all answers that are not as expected. */
  final A require(String expected, Predicate<Decision> holds) {
    ImmutableList<Answer> others =
        answers.stream()
            .filter(answer -> !holds.test(answer.decision()))
            .collect(ImmutableList.toImmutableList());
    if (!others.isEmpty()) {
      failWithMessage("%s", AnswerText.of(expected, others, answers.size()));
    }
    return myself;
  }
}
