package dev.postern.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeFrameTest {
  private static SourceSpan span(String text, String part) {
    int start = text.indexOf(part);
    return new SourceSpan(
        SourceText.of("f.json", text), JsonPointer.ROOT.member("a"), start, start + part.length());
  }

  @Test
  void the_place_is_underlined_and_the_help_stands_behind() {
    assertThat(CodeFrame.render("error: x", span("1\n  here it is\n3", "here"), "try `there`"))
        .isEqualTo(
            """
            error: x
              --> f.json:2:3 (/a)
             2 |   here it is
               |   ^^^^ try `there`
            """);
  }

  @Test
  void of_several_lines_the_first_is_shown() {
    assertThat(CodeFrame.render("x", span("{ ab\n cd }", "ab\n cd"), ""))
        .isEqualTo("x\n  --> f.json:1:3 (/a)\n 1 | { ab\n   |   ^^\n");
  }

  @Test
  void an_empty_place_has_one_caret() {
    assertThat(CodeFrame.render("x", span("ab", ""), ""))
        .isEqualTo("x\n  --> f.json:1:1 (/a)\n 1 | ab\n   | ^\n");
  }

  @Test
  void a_long_line_is_cut_around_the_place() {
    String text = "a".repeat(500) + "HERE" + "b".repeat(500);
    assertThat(CodeFrame.render("x", span(text, "HERE"), ""))
        .isEqualTo(
            "x\n  --> f.json:1:501 (/a)\n 1 | "
                + "a".repeat(40)
                + "HERE"
                + "b".repeat(76)
                + "\n   | "
                + " ".repeat(40)
                + "^^^^\n");
  }

  @Test
  void a_place_longer_than_the_frame_is_underlined_to_its_border() {
    String text = "x".repeat(10) + "y".repeat(300);
    assertThat(CodeFrame.render("x", span(text, "y".repeat(300)), "help"))
        .endsWith(" ".repeat(10) + "^".repeat(110) + " help\n");
  }

  @Test
  void tabs_take_one_column_and_controls_do_nothing() {
    assertThat(CodeFrame.render("x", span("\ta\u001B[31m\u202Eb", "b"), ""))
        .isEqualTo("x\n  --> f.json:1:9 (/a)\n 1 |  a\uFFFD[31m\uFFFDb\n   |         ^\n");
  }

  @Test
  void a_problem_renders_with_its_severity_and_code() {
    SourceSpan span = span("abc", "b");
    assertThat(new Problem(ProblemCode.EFFECT_MISSING, span, "m", "h").render())
        .startsWith("error[effect-missing]: m\n");
    assertThat(new Problem(ProblemCode.RESOURCE_ABSENT, span, "m", "h").render())
        .startsWith("warning[resource-missing]: m\n");
  }

  @Test
  void a_problem_is_one_line_as_text() {
    SourceSpan span = span("abc", "b");
    assertThat(new Problem(ProblemCode.EFFECT_MISSING, span, "m", "h"))
        .hasToString("f.json:1:2 (/a): m; h");
    assertThat(new Problem(ProblemCode.EFFECT_MISSING, span, "m", ""))
        .hasToString("f.json:1:2 (/a): m");
  }
}
