package dev.postern.lint.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.PercentEscaper;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies as the API answers them: encoded, in a string. */
final class EncodedPolicyTest {
  private static final PercentEscaper RFC_3986 = new PercentEscaper("-._~", false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          TEXT          | DECODED
          a%20b+c       | a b+c
          %7b%7D        | {}
          %C3%A9        | é
          %F0%9F%98%80x | 😀x
          %             | -
          %2            | -
          %2x           | -
          %C3           | -
          %C3x          | -
          %C3%28        | -
          %FF           | -
          %ED%A0%80     | -
          """)
  void percent_encoding_of_rfc_3986(String text, String decoded) {
    assertThat(PercentEncoding.decode(text, place -> {}).orElse(null)).isEqualTo(decoded);
  }

  @Property
  void what_was_encoded_comes_back(@ForAll String text) {
    String whole =
        text.codePoints()
            .filter(c -> Character.getType(c) != Character.SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(PercentEncoding.decode(RFC_3986.escape(whole), place -> {})).contains(whole);
  }

  private static AccountPolicy trust(String inString) {
    AccountDetails account =
        AccountDetails.read(
            SourceText.of(
                "account.json",
                "{\"RoleDetailList\": [{\"RoleName\": \"r\", \"Arn\": \"arn:r\",\n"
                    + "  \"AssumeRolePolicyDocument\": \""
                    + inString
                    + "\"}]}"));
    assertThat(account.problems()).isEmpty();
    return ((AccountPrincipal.Role) account.principals().get(0)).trust().get(0);
  }

  private static final String POLICY =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"é\", \"Effect\": \"Deny\"}]}";

  @Test
  void every_value_of_an_encoded_policy_has_its_place_in_the_string() {
    places_are_right(trust(RFC_3986.escape(POLICY)), "%22Deny%22", "%22%C3%A9%22");
  }

  @Test
  void so_has_every_value_of_one_that_is_only_quoted() {
    places_are_right(
        trust(POLICY.replace("\"", "\\\"").replace("é", "\\u00e9")),
        "\\\"Deny\\\"",
        "\\\"\\u00e9\\\"");
  }

  private static void places_are_right(AccountPolicy policy, String effect, String sid) {
    PolicyReading reading = policy.reading();
    assertThat(reading.json().stream().flatMap(EncodedPolicyTest::all))
        .extracting(value -> policy.inAccount(value.span()))
        .extracting(SourceSpan::text)
        .contains(effect, sid);
    assertThat(policy.inAccount(reading.json().orElseThrow().span()))
        .hasToString("account.json:2:32 (/RoleDetailList/0/AssumeRolePolicyDocument)");
  }

  private static Stream<JsonValue> all(JsonValue value) {
    Stream<JsonValue> inner =
        value instanceof JsonObject object
            ? object.members().stream().flatMap(member -> all(member.value()))
            : value instanceof JsonArray array
                ? array.elements().stream().flatMap(EncodedPolicyTest::all)
                : Stream.empty();
    return Stream.concat(Stream.of(value), inner);
  }
}
