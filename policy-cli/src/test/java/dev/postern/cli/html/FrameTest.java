package dev.postern.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.html.FrameLine.Mark;
import dev.postern.cli.html.FrameLine.Piece;
import dev.postern.cli.html.FrameLine.Standing;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameTest {
  private static SourceSpan span(SourceText text, int from, int to) {
    return new SourceSpan(text, JsonPointer.ROOT, from, to);
  }

  private static Frame around(String text, String found) {
    int from = text.indexOf(found);
    return Frame.around(
        span(SourceText.of("a", text), from, from + found.length()), ImmutableList.of());
  }

  /* Lines as one would draw them: number, text, what is found in brackets. */
  private static List<String> drawn(Frame frame) {
    return frame.lines().stream()
        .map(
            line ->
                line.number()
                    + (line.standing() == Standing.WITHIN ? "|" : " ")
                    + line.pieces().stream()
                        .map(FrameTest::drawn)
                        .reduce("", String::concat)
                        .replace("][", ""))
        .toList();
  }

  private static String drawn(Piece piece) {
    return piece.mark() == Mark.FOUND ? "[" + piece.text() + "]" : piece.text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void two_lines_above_and_below(String lineBreak) {
    assertThat(drawn(around("a\nb\nc\nxyz\nd\ne\nf".replace("\n", lineBreak), "y")))
        .containsExactly("2 b", "3 c", "4 x[y]z", "5 d", "6 e");
  }

  @Test
  void at_the_ends_of_the_text_there_are_fewer() {
    assertThat(drawn(around("x\ny\n", "x"))).containsExactly("1 [x]", "2 y");
    assertThat(drawn(around("x", "x"))).containsExactly("1 [x]");
  }

  @Test
  void a_place_of_several_lines_is_drawn_beside_them() {
    assertThat(drawn(around("a\n{\n  b\n}\nc\n", "{\n  b\n}")))
        .containsExactly("1 a", "2|{", "3|  b", "4|}", "5 c");
  }

  @Test
  void of_a_long_place_the_beginning_is_shown() {
    String lines =
        String.join("\n", IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());

    assertThat(drawn(around(lines, lines)))
        .containsExactly("1|1", "2|2", "3|3", "4|4", "5|5", "6|6", "|… 14 more lines");
  }

  @Test
  void of_a_long_line_what_is_around_the_place_is_shown() {
    String line = drawn(around("a".repeat(5000) + "x" + "b".repeat(5000), "x")).get(0);

    assertThat(line).startsWith("1 …aaa").contains("a[x]b").endsWith("bbb…").hasSizeLessThan(300);
  }

  @Test
  void of_a_long_line_beside_it_the_beginning_is_shown() {
    assertThat(drawn(around("ab" + "c".repeat(5000) + "\nx", "x")).get(0)).startsWith("1 abcc");
  }

  @Test
  void where_something_is_missing_at_the_end_a_blank_is_marked() {
    SourceText text = SourceText.of("a", "{");

    assertThat(drawn(Frame.around(span(text, 1, 1), ImmutableList.of()))).containsExactly("1 {[ ]");
  }

  @Test
  void a_part_of_a_text_keeps_its_line_numbers() {
    SourceText part = SourceText.part("a", "x\ny", 7);

    assertThat(drawn(Frame.around(span(part, 2, 3), ImmutableList.of())))
        .containsExactly("7 x", "8 [y]");
  }

  @Test
  void json_has_its_inks() {
    assertThat(around("{\"a\\\"b\" : \"c\", 1.5, true}", "c").lines().get(0).pieces())
        .filteredOn(piece -> piece.ink() != Ink.PLAIN)
        .extracting(piece -> piece.ink() + " " + piece.text())
        .containsExactly(
            "KEY \"a\\\"b\"", "STRING \"", "STRING c", "STRING \"", "WORD 1.5", "WORD true");
  }
}
