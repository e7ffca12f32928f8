package dev.postern.eval.scenario;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorization;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.InvalidRequestException;
import dev.postern.eval.UnsupportedRequestException;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.function.UnaryOperator;

/**
 * One request with every policy that applies to it, and what should come out. A scenario that could
 * not be read is one, too: it answers with what is wrong with it, so that a batch loses nothing.
 */
public final class Scenario {
  private final String name;
  private final SourceSpan span;
  private final Expectation expectation;
  private final ImmutableList<Problem> problems;
  private final ImmutableList<Authorization> authorizations;

  private Scenario(
      String name,
      SourceSpan span,
      Expectation expectation,
      ImmutableList<Problem> problems,
      ImmutableList<Authorization> authorizations) {
    this.name = name;
    this.span = span;
    this.expectation = expectation;
    this.problems = problems;
    this.authorizations = authorizations;
  }

  /**
   * A scenario that can be decided.
   *
   * @param name what reports call it
   * @param requestSpan where its request stands
   * @param expectation what should come out
   * @param authorizations the request with its policies, then what else the same call needs
   * @throws IllegalArgumentException if nothing is asked for
   */
  public static Scenario of(
      String name,
      SourceSpan requestSpan,
      Expectation expectation,
      ImmutableList<Authorization> authorizations) {
    checkArgument(!authorizations.isEmpty(), "a scenario asks for something");
    return new Scenario(name, requestSpan, expectation, ImmutableList.of(), authorizations);
  }

  /**
   * A scenario that could not be read.
   *
   * @param name what reports call it
   * @param span where it stands
   * @param expectation what should come out, as far as that could be read
   * @param problems what is wrong with it
   * @throws IllegalArgumentException if nothing is
   */
  public static Scenario unreadable(
      String name, SourceSpan span, Expectation expectation, ImmutableList<Problem> problems) {
    checkArgument(!problems.isEmpty(), "a scenario that cannot be read has a problem");
    return new Scenario(name, span, expectation, problems, ImmutableList.of());
  }

  /** Its name; a scenario without one is called by its place. */
  public String name() {
    return name;
  }

  /** Where its request stands; of one that could not be read, where it stands itself. */
  public SourceSpan span() {
    return span;
  }

  /**
   * The same scenario with other policies, such as those of a rehearsal.
   *
   * @param replacement what stands in for each policy; it has to be of the same type
   */
  public Scenario withPolicies(UnaryOperator<CompiledPolicy> replacement) {
    return new Scenario(
        name,
        span,
        expectation,
        problems,
        authorizations.stream()
            .map(each -> new Authorization(each.request(), each.policies().replacing(replacement)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** What should come out. */
  public Expectation expectation() {
    return expectation;
  }

  /** The request with its policies, and what else the same call needs; empty when unreadable. */
  public ImmutableList<Authorization> authorizations() {
    return authorizations;
  }

  /** What is wrong with it; empty when it can be decided. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Decides it. Never throws for what the scenario says. */
  public ScenarioResult run(Authorizer authorizer) {
    if (authorizations.isEmpty()) {
      return ScenarioResult.failed(this, problems);
    }
    try {
      return ScenarioResult.decided(this, decide(authorizer));
    } catch (InvalidRequestException e) {
      return failed(ProblemCode.SCENARIO_CONTRADICTION, e);
    } catch (UnsupportedRequestException e) {
      return failed(ProblemCode.SCENARIO_UNSUPPORTED, e);
    }
  }

  private Decision decide(Authorizer authorizer) {
    Authorization first = authorizations.get(0);
    return authorizations.size() == 1
        ? authorizer.decide(first.request(), first.policies())
        : authorizer.decideAll(authorizations);
  }

  private ScenarioResult failed(ProblemCode code, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return ScenarioResult.failed(this, ImmutableList.of(new Problem(code, span, message, "")));
  }
}
