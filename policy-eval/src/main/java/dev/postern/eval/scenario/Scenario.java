package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.InvalidRequestException;
import dev.postern.eval.PolicySet;
import dev.postern.eval.UnsupportedPolicyException;
import dev.postern.eval.UnsupportedRequestException;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * One request with every policy that applies to it, and what should come out. A scenario that could
 * not be read is one, too: it answers with what is wrong with it, so that a batch loses nothing.
 */
public final class Scenario {
  private final String name;
  private final SourceSpan span;
  private final Expectation expectation;
  private final ImmutableList<Problem> problems;
  private final @Nullable AuthorizationRequest request;
  private final PolicySet policies;

  private Scenario(
      String name,
      SourceSpan span,
      Expectation expectation,
      ImmutableList<Problem> problems,
      @Nullable AuthorizationRequest request,
      PolicySet policies) {
    this.name = name;
    this.span = span;
    this.expectation = expectation;
    this.problems = problems;
    this.request = request;
    this.policies = policies;
  }

  static Scenario readable(
      String name,
      SourceSpan requestSpan,
      Expectation expectation,
      AuthorizationRequest request,
      PolicySet policies) {
    return new Scenario(name, requestSpan, expectation, ImmutableList.of(), request, policies);
  }

  static Scenario unreadable(
      String name, SourceSpan span, Expectation expectation, ImmutableList<Problem> problems) {
    return new Scenario(name, span, expectation, problems, null, PolicySet.EMPTY);
  }

  /** Its name; a scenario without one is called by its place. */
  public String name() {
    return name;
  }

  /** What should come out. */
  public Expectation expectation() {
    return expectation;
  }

  /** What is wrong with it; empty when it can be decided. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Decides it. Never throws for what the scenario says. */
  public ScenarioResult run(Authorizer authorizer) {
    if (request == null) {
      return ScenarioResult.failed(this, problems);
    }
    try {
      return ScenarioResult.decided(this, authorizer.decide(request, policies));
    } catch (InvalidRequestException e) {
      return failed(ProblemCode.SCENARIO_CONTRADICTION, e);
    } catch (UnsupportedRequestException e) {
      return failed(ProblemCode.SCENARIO_UNSUPPORTED, e);
    } catch (UnsupportedPolicyException e) {
      return ScenarioResult.failed(this, ImmutableList.of(e.problem()));
    }
  }

  private ScenarioResult failed(ProblemCode code, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return ScenarioResult.failed(this, ImmutableList.of(new Problem(code, span, message, "")));
  }
}
