package dev.postern.examples.readme;

// README: assert
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeployRoleTest {
  private final Authorizer authorizer = Authorizer.standard();

  @Test
  void hands_its_role_to_cloudformation_and_to_nobody_else() throws IOException {
    PolicySet policies =
        PolicySet.EMPTY.withIdentity(
            CompiledPolicy.of(
                PolicyReader.strict()
                    .read(Path.of("policies/deploy-role.json"), PolicyType.IDENTITY)));
    AuthorizationRequest passRole =
        AuthorizationRequest.by("arn:aws:sts::111122223333:assumed-role/deploy/build-42")
            .asksTo("iam:PassRole")
            .on("arn:aws:iam::111122223333:role/reports-stack");

    Decision stack =
        authorizer.decide(
            passRole.with("iam:PassedToService", "cloudformation.amazonaws.com"), policies);
    Decision function =
        authorizer.decide(passRole.with("iam:PassedToService", "lambda.amazonaws.com"), policies);

    assertThat(stack.isAllowed()).as(stack.explain()).isTrue();
    assertThat(function.isAllowed()).as(function.explain()).isFalse();
  }

  /** Every scenario of a file is a test with its name. */
  @TestFactory
  Stream<DynamicTest> comes_out_as_its_scenarios_expect() throws IOException {
    return ScenarioReader.strict().read(Path.of("scenarios/deploy-role-session.json")).stream()
        .map(
            scenario ->
                dynamicTest(
                    scenario.name(),
                    () -> assertThat(scenario.run(authorizer).differences()).isEmpty()));
  }
}
// README: end
