package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OctetsValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ONE      | OTHER    | EQUAL
          QQ==     | QQ==     | true
          QQ==     | QR==     | true
          QUI=     | QUJ=     | true
          QUJD     | QUJD     | true
          +/+/     | +/+/     | true
          ''       | ''       | true
          QQ==     | Qg==     | false
          QQ==     | qq==     | false
          QQ==     | QUE=     | false
          QUJD     | QUJDRA== | false
          ''       | AA==     | false
          """)
  void COND25_octets_are_compared_not_characters(String one, String other, boolean equal) {
    assertThat(octets(one).equals(octets(other))).isEqualTo(equal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Too little padding, too much, in the wrong place
        "QQ",
        "QQ=",
        "QUI",
        "Q",
        "Q=",
        "Q==",
        "Q===",
        "QQ===",
        "QQ====",
        "QUJD=",
        "QUJD==",
        "QUJD====",
        "=",
        "==",
        "===",
        "====",
        "=QQ=",
        "QQ==QQ==",
        "Q=Q=",
        "==QQ",
        // Characters outside of the alphabet
        "QQ-_",
        "QQ==\n",
        "QQ\n==",
        " QQ==",
        "QQ== ",
        "QU JD",
        "QUJ\u00e9",
        "QUJ\u0141",
        "Q*==",
        "${a"
      })
  void COND25_what_is_no_base64(String text) {
    assertThat(OctetsValue.parse(text)).isEmpty();
  }

  @Property
  void octets_are_read_as_they_are_written(@ForAll byte[] octets) {
    String text = Base64.getEncoder().encodeToString(octets);
    assertThat(octets(text)).hasToString(text);
  }

  @Property
  void values_are_equal_when_the_octets_are(@ForAll byte[] one, @ForAll byte[] other) {
    OctetsValue value = octets(Base64.getEncoder().encodeToString(one));
    OctetsValue same = octets(Base64.getEncoder().encodeToString(one.clone()));
    OctetsValue another = octets(Base64.getEncoder().encodeToString(other));
    assertThat(value).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(value.equals(another)).isEqualTo(Arrays.equals(one, other));
  }

  private static OctetsValue octets(String text) {
    return OctetsValue.parse(text).orElseThrow();
  }
}
