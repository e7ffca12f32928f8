package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.catalog.Catalog;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RulePage;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the rules about the linter's own settings say is true. */
final class MetaPagesTest {
  /** Its version is old, and nothing else is wrong with it. */
  private static final String POLICY =
      """
      {"Version": "2008-10-17", "Statement": [
        {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::logs/*"}]}
      """;

  private static final Pattern FENCE =
      Pattern.compile(
          "^```(yaml|baseline|text) (bad|good)([^\\n]*)\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder;

  /**
   * A setting on a page.
   *
   * @param rule the rule whose page it stands on
   * @param kind what the setting is
   * @param isBad what the page says of it
   * @param at where the rule has to find something
   * @param text the setting
   */
  record Block(String rule, String kind, boolean isBad, List<String> at, String text) {
    static Block of(String rule, MatchResult fence) {
      List<String> at =
          Stream.of(fence.group(3).strip().split(" ", -1))
              .filter(word -> word.startsWith("at="))
              .map(word -> word.substring("at=".length()))
              .toList();
      return new Block(rule, fence.group(1), fence.group(2).equals("bad"), at, fence.group(4));
    }
  }

  static Stream<Rule> rules() {
    return BuiltInRules.ALL.stream().filter(rule -> rule.info().id().startsWith("meta-"));
  }

  static Stream<Block> blocks() {
    return rules().flatMap(rule -> blocks(rule));
  }

  private static Stream<Block> blocks(Rule rule) {
    return FENCE
        .matcher(RulePage.of(rule).orElseThrow().text())
        .results()
        .map(fence -> Block.of(rule.info().id(), fence));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_shows_both_sides_under_the_title_of_its_rule(Rule rule) {
    assertThat(blocks(rule).map(Block::isBad)).contains(true, false);
    assertThat(RulePage.of(rule)).map(RulePage::title).contains(rule.info().title());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_page_is_right_about_its_settings(Block block) throws IOException {
    Files.writeString(folder.resolve("policy.json"), POLICY);

    List<JsonValue> found =
        ((JsonArray) ((JsonObject) run(block).json()).get("findings").orElseThrow())
            .elements().stream()
                .filter(finding -> at(finding, "rule").equals(block.rule()))
                .toList();

    if (block.kind().equals("text")) {
      assertThat(found).hasSize(block.isBad() ? 1 : 0);
    } else {
      assertThat(found.stream().map(finding -> at(finding, "pointer")))
          .containsExactlyElementsOf(block.at());
      assertThat(block.at().isEmpty()).isNotEqualTo(block.isBad());
    }
  }

  private Ran run(Block block) throws IOException {
    switch (block.kind()) {
      case "yaml" -> {
        Files.writeString(folder.resolve(".postern.yaml"), block.text());
        return postern(folder, "lint", "--format", "json", ".");
      }
      case "baseline" -> {
        Files.writeString(folder.resolve("baseline"), block.text());
        return postern(folder, "lint", "--format", "json", "--baseline", "baseline", ".");
      }
      default -> {
        long days = Long.parseLong(block.text().strip().split(" ", -1)[0]);
        LocalDate day = Catalog.bundled().info().dataDate().plusDays(days);
        return posternOn(day, folder, "lint", "--format", "json", ".");
      }
    }
  }
}
