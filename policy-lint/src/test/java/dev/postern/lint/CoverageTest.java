package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which rule does what another tool does, written for readers of the repository. Run with {@code
 * -Dpostern.update-docs=true} to write it anew.
 */
final class CoverageTest {
  private static final Path TABLE = Path.of("../docs/coverage.md");
  private static final String ACCESS_ANALYZER = "access-analyzer";

  /**
   * A check of another tool.
   *
   * @param tool the tool
   * @param name its name for it
   * @param whyNot why there is no rule; empty if there is one
   */
  private record Check(String tool, String name, String whyNot) {
    ImmutableList<String> rules() {
      return BuiltInRules.ALL.stream()
          .map(Rule::info)
          .filter(this::isIn)
          .map(RuleInfo::id)
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }

    private boolean isIn(RuleInfo info) {
      return tool.equals(ACCESS_ANALYZER)
          ? info.issueCode().filter(name::equals).isPresent()
          : info.peers().contains(tool + ":" + name);
    }
  }

  private static ImmutableList<Check> lines(boolean counts) {
    try {
      return Splitter.on('\n')
          .omitEmptyStrings()
          .splitToStream(
              Resources.toString(
                  Resources.getResource(CoverageTest.class, "peer-checks.tsv"),
                  StandardCharsets.UTF_8))
          .filter(line -> !line.startsWith("#") && line.startsWith("+") == counts)
          .map(line -> Splitter.on('\t').splitToList(line))
          .map(cells -> new Check(cells.get(0), cells.get(1), cells.get(2)))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Check> checks() {
    return lines(false).stream();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void a_check_has_a_rule_or_a_reason(Check check) {
    assertThat(check.rules().isEmpty() && check.whyNot().isEmpty()).as("%s", check).isFalse();
  }

  @Test
  void each_code_of_access_analyzer_that_a_rule_has_is_one() {
    ImmutableSet<String> codes =
        checks()
            .filter(check -> check.tool().equals(ACCESS_ANALYZER))
            .map(Check::name)
            .collect(ImmutableSet.toImmutableSet());
    assertThat(
            BuiltInRules.ALL.stream()
                .map(rule -> rule.info().issueCode())
                .flatMap(code -> code.stream()))
        .isSubsetOf(codes);
  }

  @Test
  void the_table_is_up_to_date() throws IOException {
    String table = table();
    if (Boolean.getBoolean("postern.update-docs")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE)
        .as("run the tests with -Dpostern.update-docs=true")
        .exists()
        .content()
        .isEqualTo(table);
  }

  private static String table() {
    List<String> tools = checks().map(Check::tool).distinct().toList();
    return """
        # What other tools check

        Each check about policies of other tools, and the rule that does it here. A rule may do more, or do it
        otherwise: its [page](rules/README.md) says what it does. `--rules` takes these names, too:
        `checkov:CKV_AWS_355`, or a code of Access Analyzer by itself.

        *This table is generated from the rules; `CoverageTest` says how.*
        """
        + summary(tools)
        + tools.stream().map(CoverageTest::section).collect(Collectors.joining());
  }

  private static String summary(List<String> tools) {
    String rows =
        tools.stream()
            .map(
                tool -> {
                  List<Check> checks = of(tool);
                  long done = checks.stream().filter(each -> !each.rules().isEmpty()).count();
                  return "| %s | %d | %d |\n".formatted(tool, checks.size(), done);
                })
            .collect(Collectors.joining());
    String unnamed =
        lines(true).stream()
            .map(
                each ->
                    "- %s: %s %s.\n"
                        .formatted(each.tool().substring(1), each.name(), each.whyNot()))
            .collect(Collectors.joining());
    return "\n| tool | checks named here | with a rule |\n| --- | --- | --- |\n"
        + rows
        + "\nNot named one by one:\n\n"
        + unnamed;
  }

  private static List<Check> of(String tool) {
    return checks().filter(check -> check.tool().equals(tool)).toList();
  }

  private static String section(String tool) {
    return "\n## "
        + tool
        + "\n\n| check | rules |\n| --- | --- |\n"
        + of(tool).stream().map(CoverageTest::row).collect(Collectors.joining());
  }

  private static String row(Check check) {
    String rules =
        check.rules().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    return "| `%s` | %s |\n"
        .formatted(check.name(), rules.isEmpty() ? "none: " + check.whyNot() : rules);
  }
}
