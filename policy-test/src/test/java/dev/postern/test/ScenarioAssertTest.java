package dev.postern.test;

import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.source.SourceText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ScenarioAssertTest {
  private static Scenario scenario(String expect) {
    String text =
        """
        {
          "name": "a stranger deletes the bucket",
          "request": {
            "principal": "arn:aws:iam::999999999999:user/eve",
            "action": "s3:DeleteBucket",
            "resource": "arn:aws:s3:::reports"
          }"""
            + expect
            + "}";
    return ScenarioReader.strict().read(SourceText.of("stranger.json", text), Path.of("")).get(0);
  }

  @Test
  void as_expected() {
    assertThat(scenario(", \"expect\": \"denied\"")).isAsExpected();
  }

  @Test
  void a_result_is_as_good_as_a_scenario() {
    assertThat(scenario(", \"expect\": \"denied\"").run(Authorizer.standard())).isAsExpected();
  }

  @Test
  void an_expected_error_is_as_expected() {
    assertThat(scenario(", \"policy\": {}, \"expect\": \"error\"")).isAsExpected();
  }

  @Test
  void not_as_expected() {
    assertThatThrownBy(() -> assertThat(scenario(", \"expect\": \"allowed\"")).isAsExpected())
        .hasMessageContaining("expected decision allowed, got implicitDeny")
        .hasMessageContaining("action     s3:DeleteBucket");
  }

  @Test
  void unreadable() {
    assertThatThrownBy(
            () -> assertThat(scenario(", \"policy\": {}, \"expect\": \"allowed\"")).isAsExpected())
        .hasMessageContaining("--> stranger.json:7:6 (/policy)");
  }

  @Test
  void one_that_expects_nothing_fails() {
    assertThatThrownBy(() -> assertThat(scenario("")).isAsExpected())
        .hasMessageContaining("it expects nothing");
  }
}
