package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postern.model.PolicyString.Fault;
import dev.postern.model.PolicyString.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyStringTest {
  private static PolicyString of(String text) {
    return PolicyString.of(text, PolicyVersion.V2012_10_17);
  }

  private static Part variable(String key) {
    return new Part.Variable(new ConditionKey(key));
  }

  @Test
  void a_variable_stands_between_literal_text() {
    assertThat(of("home/${aws:username}/*").parts())
        .containsExactly(
            new Part.Text("home/"),
            variable("aws:username"),
            new Part.Text("/"),
            new Part.AnyRun());
  }

  @Test
  void neighbouring_literals_are_one_part() {
    assertThat(of("a${$}{x}${*}b${?}").parts()).containsExactly(new Part.Text("a${x}*b?"));
  }

  @Test
  void bare_wildcards_are_parts() {
    assertThat(of("*a?").parts())
        .containsExactly(new Part.AnyRun(), new Part.Text("a"), new Part.AnyOne());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ${aws:PrincipalTag/team, 'blue'}        | blue
          ${aws:PrincipalTag/team, 'x y'}         | x y
          ${aws:PrincipalTag/team, ''}            | ""
          ${aws:PrincipalTag/team, '*'}           | *
          ${aws:PrincipalTag/team, 'a}b'}         | a}b
          ${aws:PrincipalTag/team, '${aws:x}'}    | ${aws:x}
          ${aws:PrincipalTag/team, 'a, b'}        | a, b
          """)
  void a_default_runs_to_the_quote_before_the_brace(String text, String fallback) {
    assertThat(of("<" + text + ">").parts())
        .containsExactly(
            new Part.Text("<"),
            new Part.VariableOrDefault(new ConditionKey("aws:PrincipalTag/team"), fallback),
            new Part.Text(">"));
  }

  @Test
  void a_key_is_equal_in_any_letter_case() {
    assertThat(of("${aws:UserName}")).isEqualTo(of("${AWS:username}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                       | KIND  | START | END
          a${aws:x                   | BRACE | 1     | 8
          ${                         | BRACE | 0     | 2
          ${a${b}}                   | BRACE | 0     | 7
          ${}                        | EMPTY | 0     | 3
          ${, 'x'}                   | EMPTY | 0     | 8
          ${ aws:x}                  | SPACE | 0     | 9
          ${aws:x }                  | SPACE | 0     | 9
          ${aws: x}                  | SPACE | 0     | 9
          ${aws:x, y}                | QUOTE | 0     | 11
          ${aws:x,'y'}               | QUOTE | 0     | 12
          ${aws:x,  'y'}             | QUOTE | 0     | 14
          ${aws:x, 'y}               | QUOTE | 0     | 12
          ${aws:x, 'y' }             | QUOTE | 0     | 14
          ${aws:x, 'y'z'}            | QUOTE | 0     | 15
          ${aws:x,}                  | QUOTE | 0     | 9
          ${aws:x}-${aws:y           | BRACE | 9     | 16
          """)
  void malformed_variables_have_a_place(String text, Fault.Kind kind, int start, int end) {
    assertThat(PolicyString.fault(text)).contains(new Fault(kind, start, end));
    assertThatIllegalArgumentException().isThrownBy(() -> of(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"$", "$$", "{}", "$ {x}", "x}", "${*}", "${?}", "${$}", "${aws:x}${aws:y}"})
  void other_dollars_and_braces_are_sound(String text) {
    assertThat(PolicyString.fault(text)).isEmpty();
  }

  @Test
  void P003_without_a_version_a_variable_is_literal_text() {
    assertThat(PolicyString.of("${aws:username}", PolicyVersion.UNSTATED).parts())
        .containsExactly(new Part.Text("${aws:username}"));
  }

  @Test
  void P004_in_2008_a_variable_is_literal_text() {
    PolicyString text = PolicyString.of("${aws:username", PolicyVersion.V2008_10_17);
    assertThat(text.parts()).containsExactly(new Part.Text("${aws:username"));
    assertThat(text.hasVariables()).isFalse();
  }

  @Test
  void P005_in_2008_a_star_between_braces_is_a_live_wildcard() {
    assertThat(PolicyString.of("${*}", PolicyVersion.V2008_10_17).parts())
        .containsExactly(new Part.Text("${"), new Part.AnyRun(), new Part.Text("}"));
  }

  @Test
  void P123_a_default_may_hold_blanks() {
    assertThat(of("${aws:PrincipalTag/none, 'x y'}").hasVariables()).isTrue();
  }

  @Test
  void P127_a_dollar_in_braces_is_a_dollar() {
    assertThat(of("${$}{x}").parts()).containsExactly(new Part.Text("${x}"));
    assertThat(of("a${*}b").parts()).containsExactly(new Part.Text("a*b"));
    assertThat(of("a${*}b").hasVariables()).isFalse();
  }
}
