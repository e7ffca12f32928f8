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

  @Test
  void an_explicit_deny_as_text() throws IOException {
    assertThat(decision("deny-insecure.json").explain()).isEqualTo(resource("deny-insecure.txt"));
  }

  @Test
  void an_explicit_deny_as_a_record() throws IOException {
    assertThat(decision("deny-insecure.json").toJson())
        .isEqualTo(resource("deny-insecure.record.json").strip());
  }

  @Test
  void an_implicit_deny_as_text() throws IOException {
    assertThat(decision("nothing-allows.json").explain()).isEqualTo(resource("nothing-allows.txt"));
  }

  @Test
  void an_allow_as_text() throws IOException {
    assertThat(decision("named-by-bucket.json").explain())
        .isEqualTo(resource("named-by-bucket.txt"));
  }
}
