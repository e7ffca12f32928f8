package dev.postern.test;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.AuthorizationRequest.Asking;
import dev.postern.eval.ContextValue;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Requester;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A question to policies that is not asked yet: which actions, on what, under which circumstances.
 * {@link #by(String...)} is its last word: it asks, and throws if the answer is another one.
 * Several actions, resources and requesters are asked about in every combination, and all that come
 * out otherwise are reported together.
 *
 * <p>Why {@code by} is the last word: an assertion must not wait for a call that may not come. If
 * circumstances could follow the requester, nothing could be decided before the statement ends, and
 * an end that was forgotten would pass for an assertion that holds. So all stages before {@code by}
 * only collect. One that is never ended is reported by Error Prone when the test is compiled, by
 * the next {@code assertThat} of the same thread, and at the end of the test by {@link
 * PolicyExtension}.
 *
 * <p>What {@link #on(String...)} means by a wildcard: a request is about one resource, and that has
 * no wildcard. So an ARN with {@code *} or {@code ?} stands for examples that are made from it. All
 * of them are tried, and the answer has to be the same for all. That is no proof for every resource
 * that the pattern matches; a failure says which example it was. The examples are five at most:
 *
 * <table>
 * <caption>What stands in for a wildcard</caption>
 * <tr><th>field of the ARN</th><th>{@code *}</th><th>{@code ?}</th></tr>
 * <tr><td>resource</td><td>nothing, {@code x}, {@code a/b}, {@code
 *     2026/Q1/Final_(copy)+2.tar.gz}, {@code *} itself</td><td>{@code x}, {@code a}, {@code 7},
 *     {@code -}, {@code ?} itself</td></tr>
 * <tr><td>region</td><td>{@code eu-west-1}, {@code us-east-1}</td><td>refused</td></tr>
 * <tr><td>account</td><td>{@code 111122223333}, {@code 999999999999}</td><td>refused</td></tr>
 * <tr><td>partition, service</td><td>refused</td><td>refused</td></tr>
 * </table>
 *
 * <p>An example takes the same for all {@code *} of the resource, and regions and accounts in turn.
 * The one with nothing is left out where the resource would then be empty or begin with a slash.
 * {@code *} alone is no ARN; it means an action that takes no resource, as it does in a request.
 * For a star that is meant as a star, there is {@link #onLiterally(String...)}.
 *
 * <p>Immutable: a question may be kept and asked of several requesters.
 *
 * @param <A> what is asserted about the answers
 */
@CheckReturnValue
public final class Question<A extends AnswersAssert<A>> {
  private final Begun begun;
  private final PolicySet policies;
  private final ImmutableList<String> actions;
  // Made when asked, so that no stage before can fail and leave the question without an end.
  private final ImmutableList<Supplier<ResourceExamples>> resources;
  private final UnaryOperator<AuthorizationRequest> circumstances;
  private final Function<ImmutableList<Answer>, A> judge;

  private Question(
      Begun begun,
      PolicySet policies,
      ImmutableList<String> actions,
      ImmutableList<Supplier<ResourceExamples>> resources,
      UnaryOperator<AuthorizationRequest> circumstances,
      Function<ImmutableList<Answer>, A> judge) {
    this.begun = begun;
    this.policies = policies;
    this.actions = actions;
    this.resources = resources;
    this.circumstances = circumstances;
    this.judge = judge;
  }

  /**
   * A question of which the actions are known.
   *
   * @param verb {@code allows} or {@code denies}
   * @param judge throws if the answers are not as they should be
   */
  static <A extends AnswersAssert<A>> Question<A> of(
      PolicySet policies, String verb, String[] actions, Function<ImmutableList<Answer>, A> judge) {
    return new Question<>(
        Begun.of(verb + Arrays.toString(actions)),
        policies,
        ImmutableList.copyOf(actions),
        ImmutableList.of(),
        UnaryOperator.identity(),
        judge);
  }

  /**
   * On these resources. Once more adds to them.
   *
   * @param arns each an ARN, an ARN with wildcards that stands for examples, or {@code *} for an
   *     action that takes no resource
   */
  public Question<A> on(String... arns) {
    return on(Arrays.stream(arns).map(arn -> () -> ResourceExamples.of(arn)));
  }

  /**
   * On these resources, in whose names a {@code *} and a {@code ?} are what they are.
   *
   * @param arns each an ARN
   */
  public Question<A> onLiterally(String... arns) {
    return on(Arrays.stream(arns).map(arn -> () -> ResourceExamples.literally(arn)));
  }

  private Question<A> on(Stream<Supplier<ResourceExamples>> more) {
    return new Question<>(
        begun,
        policies,
        actions,
        Stream.concat(resources.stream(), more).collect(ImmutableList.toImmutableList()),
        circumstances,
        judge);
  }

  /** When a condition key has one value; replaces the value that it had. */
  public Question<A> when(String key, String value) {
    return given(request -> request.with(key, value));
  }

  /** When a condition key has a truth value. */
  public Question<A> when(String key, boolean value) {
    return given(request -> request.with(key, value));
  }

  /** When a condition key has a number. */
  public Question<A> when(String key, long value) {
    return when(key, Long.toString(value));
  }

  /** When a condition key has several values, or none. */
  public Question<A> when(String key, Iterable<String> values) {
    return given(request -> request.with(key, values));
  }

  /** When a condition key has a value of any form. */
  public Question<A> when(String key, ContextValue value) {
    return given(request -> request.with(key, value));
  }

  /**
   * When nothing is known of a condition key. What hangs on it is then neither allowed nor denied.
   */
  public Question<A> whenUnknown(String key) {
    return given(request -> request.withUnknown(key));
  }

  /** When the resource belongs to this account; needed where its ARN names none. */
  public Question<A> ownedBy(String account) {
    return given(request -> request.ownedBy(account));
  }

  /** At this instant, whatever the clock says. */
  public Question<A> at(Instant instant) {
    return given(request -> request.at(instant));
  }

  private Question<A> given(UnaryOperator<AuthorizationRequest> more) {
    return new Question<>(
        begun,
        policies,
        actions,
        resources,
        request -> more.apply(circumstances.apply(request)),
        judge);
  }

  /**
   * Asks, for each of these principals. Whoever asks is taken to have the identity policies of the
   * set: which principal has which is said by composing a set for each.
   *
   * @param principals each the ARN of a user, role, root user or session, a service, an identity
   *     provider, or {@code *} for an anonymous request
   * @throws AssertionError if an answer is another one
   * @throws IllegalArgumentException if the question cannot be asked so
   */
  @CanIgnoreReturnValue
  public A by(String... principals) {
    return ask(Arrays.stream(principals), AuthorizationRequest::by);
  }

  /**
   * Asks, for each of these requesters.
   *
   * @throws AssertionError if an answer is another one
   * @throws IllegalArgumentException if the question cannot be asked so
   */
  @CanIgnoreReturnValue
  public A by(Requester... requesters) {
    return ask(Arrays.stream(requesters), AuthorizationRequest::by);
  }

  /**
   * Asks, for each of these requesters, of whom more is known.
   *
   * @throws AssertionError if an answer is another one
   * @throws IllegalArgumentException if the question cannot be asked so
   */
  @CanIgnoreReturnValue
  public A by(Asking... requesters) {
    return ask(Arrays.stream(requesters), asking -> asking);
  }

  private <T> A ask(Stream<T> requesters, Function<T, Asking> asking) {
    // Ended even if asking fails: an error is an end that nobody overlooks.
    begun.end();
    Asked asked =
        new Asked(
            actions,
            resources.stream().map(Supplier::get).collect(ImmutableList.toImmutableList()),
            circumstances);
    return judge.apply(
        asked.of(policies, requesters.map(asking).collect(ImmutableList.toImmutableList())));
  }
}
