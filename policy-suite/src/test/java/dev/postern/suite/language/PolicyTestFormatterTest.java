package dev.postern.suite.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import dev.postern.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyTestFormatterTest {
  private static final Path SUITE = Path.of("src/test/resources/suite");

  @ParameterizedTest
  @ValueSource(strings = {"reports", "people", "laid-out"})
  void what_is_laid_out_stays(String name) throws IOException {
    String text = Files.readString(SUITE.resolve(name + ".policytest"));

    assertThat(format(text)).isEqualTo(text);
  }

  @Test
  void a_text_is_laid_out() throws IOException {
    String untidy = Files.readString(SUITE.resolve("untidy.policytest"));

    assertThat(format(untidy)).isEqualTo(Files.readString(SUITE.resolve("laid-out.policytest")));
  }

  /** Blanks and line breaks count nowhere but at the end of a row. */
  @Property(tries = 200)
  void layout_changes_nothing_that_is_said(@ForAll("blanks") ImmutableList<String> blanks)
      throws IOException {
    String text = Files.readString(SUITE.resolve("people.policytest"));
    StringBuilder other = new StringBuilder();
    int next = 0;
    for (String word : words(text)) {
      other.append(word).append(blanks.get(next++ % blanks.size()));
    }
    String laidOut = format(other.toString());

    assertThat(format(laidOut)).isEqualTo(laidOut);
    assertThat(words(laidOut)).isEqualTo(words(text));
  }

  /* The words of a text that has one comment, in its first line. */
  private static List<String> words(String text) {
    String said = text.startsWith("#") ? text.substring(text.indexOf('\n')) : text;
    return Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(said);
  }

  @Provide
  Arbitrary<ImmutableList<String>> blanks() {
    return Arbitraries.of(" ", "\n", "\t", "  ", "\r\n", "\n\n\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(ImmutableList::copyOf);
  }

  @Test
  void the_same_tests_come_out() throws IOException {
    String text = Files.readString(SUITE.resolve("untidy.policytest"));

    assertThat(names(format(text))).isEqualTo(names(text)).isNotEmpty();
  }

  @Test
  void a_text_with_a_mistake_is_left_alone() {
    PolicyTestFormatter.Formatted formatted =
        PolicyTestFormatter.format(SourceText.of("x.policytest", "test \"a\" alow"));

    assertThat(formatted.text()).isEmpty();
    assertThat(formatted.problems())
        .extracting(Problem::message)
        .containsExactly("unexpected `alow`");
  }

  private static ImmutableList<String> names(String text) {
    SourceFile file = new SourceFile(SourceText.of("x.policytest", text), ImmutableList.of());
    return SuiteReader.strict().read(file, SUITE).stream()
        .map(Scenario::name)
        .collect(ImmutableList.toImmutableList());
  }

  private static String format(String text) {
    PolicyTestFormatter.Formatted formatted =
        PolicyTestFormatter.format(SourceText.of("x.policytest", text));
    assertThat(formatted.problems()).isEmpty();
    return formatted.text();
  }
}
