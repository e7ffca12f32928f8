package dev.postern.cli;

import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FmtCommandTest {
  private static final String TIGHT =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"]}}";

  private static final String LAID_OUT =
      """
      {
        "Statement": {
          "Effect": "Allow",
          "Action": [
            "s3:*"
          ]
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void prints_the_policy_laid_out() {
    assertThat(posternReading(TIGHT, folder, "fmt", "-")).isEqualTo(new Ran(0, LAID_OUT, ""));
  }

  @Test
  void what_is_laid_out_stays() {
    assertThat(posternReading(LAID_OUT, folder, "fmt", "-").out()).isEqualTo(LAID_OUT);
  }

  @Test
  void keeps_what_iam_does_not_understand() {
    String odd = "{\"Statment\":[{\"effect\":1.50,\"x\":[null,true,{}]}],\"\":[]}";

    String out = posternReading(odd, folder, "fmt", "-").out();

    assertThat(out.replaceAll("\\s", "")).isEqualTo(odd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\": 1, // b\n}"})
  void what_cannot_be_kept_is_refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), text);

    Ran ran = postern(folder, "fmt", "--write", "p.json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("postern: p.json:1:");
    assertThat(file).hasContent(text);
  }

  @Test
  void check_lists_what_would_change_and_changes_nothing() throws IOException {
    Path tight = Files.writeString(folder.resolve("tight.json"), TIGHT);
    Files.writeString(folder.resolve("laid-out.json"), LAID_OUT);

    assertThat(postern(folder, "fmt", "--check", ".")).isEqualTo(new Ran(1, "./tight.json\n", ""));
    assertThat(tight).hasContent(TIGHT);
    assertThat(postern(folder, "fmt", "--check", "laid-out.json")).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void write_rewrites_in_place_and_leaves_nothing_behind() throws IOException {
    Path tight = Files.writeString(folder.resolve("tight.json"), TIGHT);
    Files.setPosixFilePermissions(tight, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(postern(folder, "fmt", "--write", "tight.json"))
        .isEqualTo(new Ran(0, "tight.json\n", ""));

    assertThat(Files.readString(tight)).isEqualTo(LAID_OUT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tight)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(tight);
    }
  }

  @Test
  void a_link_stays_a_link() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), TIGHT);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);

    postern(folder, "fmt", "--write", "link.json");

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo(LAID_OUT);
  }

  @Test
  void one_bad_file_loses_no_other() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{");
    Files.writeString(folder.resolve("b.json"), TIGHT);

    Ran ran = postern(folder, "fmt", ".");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEqualTo(LAID_OUT);
  }

  @Test
  void canonical_makes_the_choices_that_json_leaves() {
    String policy =
        "{\"Statement\":{\"Resource\":\"*\",\"Action\":[\"s3:*\"],\"Effect\":\"Allow\"},"
            + "\"Version\":\"2012-10-17\"}";

    assertThat(posternReading(policy, folder, "fmt", "--canonical", "-").out())
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": "s3:*",
                  "Resource": "*"
                }
              ]
            }
            """);
  }

  @Test
  void canonical_refuses_what_it_would_lose() {
    Ran ran = posternReading(Policies.FAULTY, folder, "fmt", "--canonical", "-");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("unknown statement element `Actions`");
  }

  @Test
  void what_nobody_sees_is_written_as_an_escape() {
    assertThat(posternReading("[\"a\u202Eb\\u009B\u00E9\"]", folder, "fmt", "-").out())
        .isEqualTo("[\n  \"a\\u202Eb\\u009B\u00E9\"\n]\n");
  }

  @Test
  void standard_input_cannot_be_rewritten() {
    assertThat(posternReading(TIGHT, folder, "fmt", "--write", "-").code()).isEqualTo(2);
    assertThat(postern(folder, "fmt", "--write", "--check", ".").code()).isEqualTo(2);
  }
}
