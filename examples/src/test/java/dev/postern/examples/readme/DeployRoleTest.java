package dev.postern.examples.readme;

// README: assert
import static dev.postern.test.PolicyAssertions.assertThat;

import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Scenario;
import dev.postern.test.Policies;
import dev.postern.test.ScenarioTest;
import org.junit.jupiter.api.Test;

class DeployRoleTest {
  private static final String BUILD = "arn:aws:sts::111122223333:assumed-role/deploy/build-42";
  private static final String STACK = "arn:aws:iam::111122223333:role/reports-stack";

  @Test
  void hands_its_role_to_cloudformation_and_to_nobody_else(
      @Policies(identity = "policies/deploy-role.json") PolicySet policies) {
    assertThat(policies)
        .allows("iam:PassRole")
        .on(STACK)
        .when("iam:PassedToService", "cloudformation.amazonaws.com")
        .by(BUILD);
    assertThat(policies)
        .denies("iam:PassRole")
        .on(STACK)
        .when("iam:PassedToService", "lambda.amazonaws.com")
        .by(BUILD)
        .implicitly();
  }

  /** Each scenario, and each sentence of a .policytest file, is a test with its own name. */
  @ScenarioTest({"tests", "scenarios/deploy-role-session.json"})
  void comes_out_as_expected(Scenario scenario) {}
}
// README: end
