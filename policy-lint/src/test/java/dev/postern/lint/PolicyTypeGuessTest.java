package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTypeGuessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          STATEMENT                                                          | TYPE
          {"Action": "s3:*", "Resource": "*"}                                | identity
          {"Action": "sts:AssumeRole", "Resource": "*"}                      | identity
          {"Principal": "*", "Action": "sts:AssumeRole"}                     | trust
          {"Principal": "*", "Action": ["STS:AssumeRole", "sts:TagSession"]} | trust
          {"NotPrincipal": "*", "Action": "sts:SetContext"}                  | trust
          {"Principal": "*", "Action": "sts:AssumeRole", "Resource": "*"}    | resource
          {"Principal": "*", "Action": ["sts:AssumeRole", "s3:*"]}           | resource
          {"Principal": "*", "NotAction": "sts:AssumeRole"}                  | resource
          {"Principal": "*", "Action": "sts:*"}                              | resource
          [{"Principal": "*", "Action": "sts:AssumeRole"}, {"Action": "x"}]  | resource
          "text"                                                             | identity
          [[], 1, null]                                                      | identity
          """)
  void the_type_is_guessed(String statement, String type) {
    assertThat(PolicyTypeGuess.of(json("{\"Statement\": " + statement + "}"))).hasToString(type);
  }

  @ParameterizedTest
  @CsvSource({"[]", "null", "{}", "1"})
  void what_is_no_policy_is_an_identity_policy(String text) {
    assertThat(PolicyTypeGuess.of(json(text))).hasToString("identity");
  }

  private static JsonValue json(String text) {
    return JsonReader.within(ReadLimits.POLICY)
        .read(SourceText.of("p.json", text))
        .value()
        .orElseThrow();
  }
}
