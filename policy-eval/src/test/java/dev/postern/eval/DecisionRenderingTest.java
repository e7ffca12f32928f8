package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same decision as text and as JSON, letter by letter. */
final class DecisionRenderingTest {
  private static final Authorizer AUTHORIZER =
      Authorizer.standard()
          .withClock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));

  private static String resource(String name) throws IOException {
    try (InputStream in = DecisionRenderingTest.class.getResourceAsStream("/rendering/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Decision decision(String name) throws IOException {
    return ScenarioReader.strict()
        .read(SourceText.of(name, resource(name)), Path.of(""))
        .get(0)
        .run(AUTHORIZER)
        .decision()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny-insecure",
        "named-by-bucket",
        "nothing-allows",
        "organization",
        "silent-level",
        "two-parts"
      })
  void a_decision_as_text(String name) throws IOException {
    assertThat(decision(name + ".json").explain()).isEqualTo(resource(name + ".txt"));
  }

  @Test
  void the_outline_leaves_out_the_statements_that_did_not_decide() throws IOException {
    assertThat(decision("organization.json").outline())
        .isEqualTo(resource("organization.outline.txt"));
  }

  @Test
  void an_explicit_deny_as_a_record() throws IOException {
    assertThat(decision("deny-insecure.json").toJson())
        .isEqualTo(resource("deny-insecure.record.json").strip());
  }
}
