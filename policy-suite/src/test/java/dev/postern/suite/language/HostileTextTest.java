package dev.postern.suite.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.SourceText;
import dev.postern.suite.SuiteReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, it is read to an end, and every mistake is a scenario that fails. */
final class HostileTextTest {
  private static final Path SUITE = Path.of("src/test/resources/suite");

  private static ImmutableList<Scenario> read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SourceFile file =
        SourceFile.read("x.policytest", new ByteArrayInputStream(bytes), ReadLimits.POLICY);
    return SuiteReader.strict().read(file, SUITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|",
        "\"",
        "[",
        "]",
        "=",
        ",",
        "#",
        "\\",
        "allow ",
        "| |",
        "| a |\n",
        "when a:b = [",
        "a ",
        "test \"\n",
        "principal a = *\n",
        "organization\n",
        "\u0000",
        "\uFEFF",
        "\r",
        "level scp "
      })
  void a_long_text_of_one_thing_is_read_to_its_end(String part) throws IOException {
    ImmutableList<Scenario> scenarios = read(part.repeat(20_000 / part.length()));

    assertThat(scenarios).allMatch(scenario -> !scenario.run(Authorizer.standard()).isAsExpected());
  }

  @Test
  void a_text_beyond_the_limit_is_told_and_not_read() throws IOException {
    String text = "a".repeat(ReadLimits.POLICY.characters() + 1);
    SourceFile file = new SourceFile(SourceText.of("x.policytest", text), ImmutableList.of());

    assertThat(SuiteReader.strict().read(file, SUITE))
        .flatExtracting(Scenario::problems)
        .extracting(problem -> problem.code().id())
        .containsExactly("limit-size");
  }

  /** A sound text with something in it that does not belong there. */
  @Property(tries = 200)
  void a_slip_throws_nothing(
      @ForAll @IntRange(max = 2_000) int place, @ForAll @StringLength(max = 8) String slip)
      throws IOException {
    String text = Files.readString(SUITE.resolve("reports.policytest"));
    int at = place % text.length();

    for (Scenario scenario : read(text.substring(0, at) + slip + text.substring(at))) {
      assertThat(scenario.run(Authorizer.standard()).scenario()).isSameAs(scenario);
    }
  }
}
