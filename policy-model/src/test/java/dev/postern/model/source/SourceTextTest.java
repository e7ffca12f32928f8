package dev.postern.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  private static final SourceText MIXED = SourceText.of("mixed", "ab\ncd\r\nef\rgh\n\ni");

  @ParameterizedTest
  @CsvSource({
    "0, 1:1", "2, 1:3", "3, 2:1", "5, 2:3", "6, 2:4", "7, 3:1", "9, 3:3", "10, 4:1", "13, 5:1",
    "14, 6:1", "15, 6:2"
  })
  void lines_end_at_lf_at_cr_lf_and_at_cr(int offset, String position) {
    assertThat(MIXED.position(offset)).hasToString(position);
  }

  @Test
  void a_line_comes_without_its_break() {
    assertThat(MIXED.line(1)).isEqualTo("ab");
    assertThat(MIXED.line(2)).isEqualTo("cd");
    assertThat(MIXED.line(4)).isEqualTo("gh");
    assertThat(MIXED.line(5)).isEmpty();
    assertThat(MIXED.line(6)).isEqualTo("i");
  }

  @Test
  void columns_count_utf_16_units() {
    SourceText text = SourceText.of("t", "é\uD83D\uDE00x");
    assertThat(text.position(3)).isEqualTo(new SourcePosition(1, 3, 3));
  }

  @Test
  void the_end_of_an_empty_text_is_its_first_column() {
    assertThat(SourceText.of("t", "").position(0)).hasToString("1:1");
    assertThat(SourceText.of("t", "").line(1)).isEmpty();
  }

  @Test
  void a_part_keeps_the_line_numbers_of_the_whole() {
    SourceText part = SourceText.part("log.jsonl", "ab\ncd", 7);
    assertThat(part.position(3)).hasToString("8:1");
    assertThat(part.line(8)).isEqualTo("cd");
  }

  @Test
  void many_lines_are_counted() {
    SourceText text = SourceText.of("t", "x\n".repeat(1_000));
    assertThat(text.position(1_998)).hasToString("1000:1");
  }

  @Test
  void a_span_knows_its_text_and_its_parts() {
    SourceSpan span = new SourceSpan(MIXED, JsonPointer.ROOT.member("a"), 3, 5);
    assertThat(span.text()).isEqualTo("cd");
    assertThat(span.part(1, 2).text()).isEqualTo("d");
    assertThat(span).hasToString("mixed:2:1 (/a)");
    assertThat(span.end()).hasToString("2:3");
    assertThat(MIXED.whole()).hasToString("mixed:1:1 (document)");
  }

  @Test
  void a_span_covers_the_same_characters_of_the_same_text_only() {
    SourceSpan span = new SourceSpan(MIXED, JsonPointer.ROOT, 3, 5);
    SourceText twin = SourceText.of("mixed", MIXED.text());
    assertThat(span.covers(new SourceSpan(MIXED, JsonPointer.ROOT.member("a"), 3, 5))).isTrue();
    assertThat(span.covers(new SourceSpan(MIXED, JsonPointer.ROOT, 3, 6))).isFalse();
    assertThat(span.covers(new SourceSpan(MIXED, JsonPointer.ROOT, 2, 5))).isFalse();
    assertThat(span.covers(new SourceSpan(twin, JsonPointer.ROOT, 3, 5))).isFalse();
  }

  @Test
  void located_values_are_equal_wherever_they_stand() {
    Located<String> here = new Located<>("x", MIXED.whole());
    Located<String> there = new Located<>("x", new SourceSpan(MIXED, JsonPointer.ROOT, 1, 2));
    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there).isNotEqualTo(here.with("y"));
    assertThat(here).hasToString("x at mixed:1:1 (document)");
  }
}
