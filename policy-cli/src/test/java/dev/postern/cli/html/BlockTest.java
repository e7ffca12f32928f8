package dev.postern.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.html.Block.Example;
import dev.postern.cli.html.Block.Heading;
import dev.postern.cli.html.Block.Paragraph;
import dev.postern.cli.html.Block.Points;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RulePage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BlockTest {
  private static List<String> pages() {
    return BuiltInRules.ALL.stream().flatMap(BlockTest::page).toList();
  }

  private static Stream<String> page(Rule rule) {
    return RulePage.of(rule).stream().map(RulePage::text);
  }

  @Test
  void a_page_is_read() {
    assertThat(
            Block.read(
                """
                # title

                One `two`
                three.

                ```json bad at=/Statement
                {

                }
                ```

                ## Known misses

                - a
                  b
                - c
                """))
        .containsExactly(
            new Paragraph(Inline.split("One `two`\nthree.")),
            new Example("bad at=/Statement", "{\n\n}"),
            new Heading("Known misses"),
            new Points(ImmutableList.of(Inline.split("a\nb"), Inline.split("c"))));
  }

  /* Words, not marks: a page that uses more of Markdown shows here. */
  @ParameterizedTest
  @MethodSource("pages")
  void every_page_uses_only_what_is_read(String page) {
    for (Block block : Block.read(page)) {
      if (block instanceof Paragraph paragraph) {
        assertThat(words(paragraph.content())).doesNotContainPattern("(?m)^([-*+|>]|\\d+\\.) ");
        assertThat(words(paragraph.content())).doesNotContain("](", "**", "```");
      }
    }
    assertThat(Block.read(page)).hasAtLeastOneElementOfType(Example.class);
  }

  private static String words(ImmutableList<Inline> pieces) {
    return pieces.stream()
        .filter(Inline.Words.class::isInstance)
        .map(Inline::text)
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          INFO                                | CAPTION
          bad at=/Statement/0/Sid             | Found at /Statement/0/Sid
          good                                | Nothing to find
          good type=trust                     | Nothing to find, as trust
          bad at=/Statement type=AWS::S3::Bucket | Found at /Statement, as AWS::S3::Bucket
          """)
  void a_caption_says_what_the_rule_makes_of_it(String info, String caption) {
    assertThat(new Example(info, "{}").caption()).isEqualTo(caption);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SENTENCE  | PIECES
          a `b` c   | a /[b]/ c
          `a``b`    | [a]/[b]
          it`s      | it`s
          `a` `     | [a]/ `
          """)
  void a_sentence_is_cut_at_its_backticks(String sentence, String pieces) {
    assertThat(
            Inline.split(sentence).stream()
                .map(each -> each instanceof Inline.Code ? "[" + each.text() + "]" : each.text()))
        .isEqualTo(List.of(pieces.split("/", -1)));
  }
}
