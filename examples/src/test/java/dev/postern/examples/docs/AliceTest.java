package dev.postern.examples.docs;

import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.Scenario;
import dev.postern.test.PolicyFile;
import dev.postern.test.ScenarioTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide for beginners says, compiled and run. */
class AliceTest {
  // README: docs-first-test
  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";

  @Test
  void alice_reads_her_own_reports(@PolicyFile("start/alice.json") CompiledPolicy policy) {
    assertThat(policy).allows("s3:GetObject").on("arn:aws:s3:::reports/alice/*").by(ALICE);
    assertThat(policy)
        .denies("s3:GetObject")
        .on("arn:aws:s3:::reports/alice-smith/q1.csv")
        .by(ALICE);
  }

  // README: end

  // README: docs-first-sentences
  @ScenarioTest("start/alice.policytest")
  void every_sentence_is_true(Scenario scenario) {}

  // README: end

  @Test
  void the_first_attempt_fails_as_the_guide_shows(
      @PolicyFile("start/first/alice.json") CompiledPolicy policy) throws IOException {
    String message =
        String.valueOf(catchThrowable(() -> alice_reads_her_own_reports(policy)).getMessage());
    Path shown = Path.of("start/first/failure.txt");
    if ("write".equals(System.getProperty("postern.guide"))) {
      Files.writeString(shown, message.strip() + "\n");
    }

    assertThat(message.strip() + "\n").isEqualTo(Files.readString(shown));
  }
}
