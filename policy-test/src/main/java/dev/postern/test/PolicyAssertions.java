package dev.postern.test;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.PolicyDocument;

/**
 * The entry to all assertions on policies and decisions. Import it statically, also beside
 * AssertJ's own {@code assertThat}: the two never take the same types.
 *
 * <pre>{@code
 * assertThat(policies)
 *     .allows("s3:GetObject")
 *     .on("arn:aws:s3:::reports/alice/q1.csv")
 *     .when("aws:SecureTransport", true)
 *     .by("arn:aws:iam::111122223333:user/alice");
 *
 * assertThat(policies)
 *     .denies("s3:PutObject")
 *     .on("arn:aws:s3:::reports/alice/q1.csv")
 *     .by("arn:aws:iam::111122223333:user/alice")
 *     .explicitly()
 *     .because(Layer.SERVICE_CONTROL, "DenyOutsideEurope");
 *
 * assertThat(policy).grantsNoMoreThan("s3:Get*", "s3:List*");
 * assertThat(policy).hasNoFindingsAtLeast(Severity.SECURITY_WARNING);
 * assertThat(authorizer.decide(request, policies)).isDenied().isMissing("aws:SourceIp");
 * }</pre>
 *
 * <p>Whoever fails shows the whole explanation of the decision. AssertJ's soft assertions take ours
 * as they take any code: {@code softly.check(() -> assertThat(policies)…)}.
 */
@CheckReturnValue
public final class PolicyAssertions {
  private PolicyAssertions() {}

  /** About policies that apply together. */
  public static PolicySetAssert assertThat(PolicySet actual) {
    Begun.requireNone();
    return new PolicySetAssert(actual);
  }

  /** About one policy, by itself or in the one place where its type belongs. */
  public static PolicyAssert assertThat(CompiledPolicy actual) {
    Begun.requireNone();
    return new PolicyAssert(actual);
  }

  /** About one policy, by itself or in the one place where its type belongs. */
  public static PolicyAssert assertThat(PolicyDocument actual) {
    return assertThat(CompiledPolicy.of(actual));
  }

  /** About a decision that was made already. */
  public static DecisionAssert assertThat(Decision actual) {
    Begun.requireNone();
    return new DecisionAssert(actual);
  }

  /** About what came of a scenario. */
  public static ScenarioAssert assertThat(ScenarioResult actual) {
    Begun.requireNone();
    return new ScenarioAssert(actual);
  }

  /** About what comes of a scenario; decides it first. */
  public static ScenarioAssert assertThat(Scenario actual) {
    return assertThat(actual.run(Authorizer.standard()));
  }
}
