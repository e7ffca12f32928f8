package dev.postern.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postern.model.PolicyType;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a text holds, reading ends soon and says what is wrong. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {
  private static final ReadLimits WIDE = new ReadLimits(1 << 27, 1_000, 1 << 26, 5_000_000);

  @TempDir Path folder;

  private static Problem only(PolicyReading reading) {
    assertThat(reading.document()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0);
  }

  private static Problem only(String text) {
    return only(PolicyReader.lenient().examine(SourceText.of("t", text), PolicyType.IDENTITY));
  }

  private Problem onlyInFile(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("policy.json"), bytes);
    return only(PolicyReader.strict().examine(file, PolicyType.IDENTITY));
  }

  @ParameterizedTest
  @CsvSource({"[", "'{\"a\":'", "'[{\"a\":'"})
  void deep_nesting_is_refused(String open) {
    Problem problem = only(open.repeat(10_000));
    assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_DEPTH);
    assertThat(problem.message()).isEqualTo("objects and arrays nest deeper than 64");
  }

  @Test
  void the_deepest_nesting_that_limits_may_allow_is_read() {
    String text = "[".repeat(1_000) + "]".repeat(1_000);
    JsonReading reading = JsonReader.within(WIDE).read(SourceText.of("t", text));
    assertThat(reading.problems()).isEmpty();
    assertThat(JsonReader.within(WIDE).read(SourceText.of("t", "[" + text + "]")).problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.LIMIT_DEPTH);
  }

  @Test
  void a_file_of_50_megabytes_is_not_even_read() throws IOException {
    Path file = folder.resolve("huge.json");
    byte[] megabyte = " ".repeat(1 << 20).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 50; i++) {
        out.write(megabyte);
      }
    }
    Problem problem = only(PolicyReader.strict().examine(file, PolicyType.IDENTITY));
    assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_SIZE);
    assertThat(problem.message()).isEqualTo("the text has more than 1048576 characters");
  }

  @Test
  void a_stream_without_end_is_left_at_the_limit() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '[';
          }
        };
    SourceFile file = SourceFile.read("<stdin>", endless, new ReadLimits(1_000, 64, 100, 100));
    assertThat(file.problem()).extracting(Problem::code).containsExactly(ProblemCode.LIMIT_SIZE);
  }

  @Test
  void an_object_of_a_million_members_is_read_in_bounded_time() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i == 0 ? "\"" : ",\"").append(i).append("\":0");
    }
    JsonReading reading =
        JsonReader.within(WIDE).read(SourceText.of("t", text.append('}').toString()));
    assertThat(reading.problems()).isEmpty();
    assertThat(only(text.toString()).code()).isEqualTo(ProblemCode.LIMIT_SIZE);
  }

  @Test
  void names_of_equal_hash_are_read_in_bounded_time() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1 << 15; i++) {
      text.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < 15; bit++) {
        text.append(((i >> bit) & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":0");
    }
    JsonReading reading =
        JsonReader.within(WIDE).read(SourceText.of("t", text.append('}').toString()));
    assertThat(reading.problems().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void many_small_values_are_refused() {
    Problem problem = only("[" + "0,".repeat(200_000) + "0]");
    assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_ELEMENTS);
  }

  @Test
  void a_huge_string_is_refused() {
    Problem problem = only("{\"Id\": \"" + "x".repeat(200_000) + "\"}");
    assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_STRING);
    assertThat(problem)
        .hasToString("t:1:8 (/Id): a string of 200000 characters; at most 131072 are read");
  }

  @Test
  void a_huge_name_is_refused() {
    assertThat(only("{\"" + "x".repeat(200_000) + "\": 1}").code())
        .isEqualTo(ProblemCode.LIMIT_STRING);
  }

  @ParameterizedTest
  @CsvSource({"1", "-1.", "1e"})
  void a_huge_number_is_refused_at_its_place(String start) {
    Problem problem = only("{\"Id\": " + start + "1".repeat(100_000 - start.length()) + "}");
    assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_STRING);
    assertThat(problem)
        .hasToString("t:1:8 (/Id): a number of 100000 characters; at most 1000 are read");
  }

  @Test
  void an_unfinished_string_of_a_megabyte_is_refused() {
    assertThat(only("{\"Id\": \"" + "x".repeat(1_000_000)).code())
        .isEqualTo(ProblemCode.JSON_SYNTAX);
  }

  @Test
  void many_problems_are_found_in_bounded_time() {
    String statement = "{\"Efect\": \"Allow\", \"Actionn\": [\"x\", \"y\"]},";
    String text = "{\"Statement\": [" + statement.repeat(10_000) + "{}]}";
    PolicyReading reading =
        PolicyReader.strict().examine(SourceText.of("t", text), PolicyType.IDENTITY);
    assertThat(reading.problems()).hasSizeGreaterThan(20_000);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "' \n\t\r\n '"})
  void an_empty_text_is_refused(String text) {
    assertThat(only(text))
        .hasToString(
            "t:1:1 (document): the text is empty; expected a policy: `{\"Statement\": …}`");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    assertThat(onlyInFile(new byte[0]).message()).isEqualTo("the text is empty");
  }

  @Test
  void a_byte_order_mark_is_refused() throws IOException {
    Problem problem = onlyInFile("\uFEFF{\"Statement\": []}".getBytes(UTF_8));
    assertThat(problem.message()).isEqualTo("a byte order mark before the document");
    assertThat(problem.help()).isEqualTo("save without one");
    assertThat(problem.span().start()).hasToString("1:1");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_at_their_place() throws IOException {
    Problem problem = onlyInFile(new byte[] {'{', '\n', '"', (byte) 0xC3, '(', '"'});
    assertThat(problem.code()).isEqualTo(ProblemCode.JSON_SYNTAX);
    assertThat(problem.message()).isEqualTo("the byte 0xC3 is not UTF-8");
    assertThat(problem.span().start()).hasToString("2:2");
  }

  @ParameterizedTest
  @CsvSource({"C0 80", "ED A0 80", "F5 80 80 80", "E2 82", "FF FE 7B 00"})
  void what_other_encodings_hold_is_refused(String hex) throws IOException {
    byte[] bytes = new BigInteger("01" + hex.replace(" ", ""), 16).toByteArray();
    byte[] text = Arrays.copyOfRange(bytes, 1, bytes.length);
    assertThat(onlyInFile(text).message()).endsWith(" is not UTF-8");
  }

  @Test
  void a_file_at_the_limit_is_read() throws IOException {
    String text = "{\"Id\": \"é\", \"Statement\": []}";
    ReadLimits exact = new ReadLimits(text.length(), 64, 100, 100);
    Path file = Files.writeString(folder.resolve("policy.json"), text);
    assertThat(PolicyReader.strict().within(exact).examine(file, PolicyType.RESOURCE).document())
        .isPresent();
    SourceFile source =
        SourceFile.read("<stdin>", new ByteArrayInputStream(text.getBytes(UTF_8)), exact);
    assertThat(source.source().text()).isEqualTo(text);
  }

  @Test
  void a_file_that_is_not_there_is_an_io_problem() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(
            () -> PolicyReader.strict().read(folder.resolve("none.json"), PolicyType.IDENTITY));
  }

  @Test
  void lone_surrogates_are_characters() {
    PolicyReading reading =
        PolicyReader.strict()
            .examine(
                SourceText.of("t", "{\"Id\": \"\uD83D\", \"Statement\": []}"), PolicyType.RESOURCE);
    assertThat(reading.document()).isPresent();
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,1,1,1", "1,0,1,1", "1,1,0,1", "1,1,1,0", "1,1001,1,1"})
  void limits_are_positive_and_nesting_has_an_end(
      int characters, int depth, int stringLength, int values) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadLimits(characters, depth, stringLength, values));
  }
}
