package dev.postern.cli;

import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs of {@code aws iam simulate-custom-policy} beside their answers: {@code NAME.input.json}
 * and {@code NAME.output.json}, or {@code NAME.errors.txt} where AWS would refuse it, too.
 */
class CustomPolicySimulationTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/simulate-custom-policy").toAbsolutePath();

  static Stream<String> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".input.json"))
          .map(name -> name.replace(".input.json", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String expected(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void each_input_has_its_answer(String name) throws IOException {
    Ran ran = postern(FOLDER, "simulate", "--cli-input-json", name + ".input.json");

    assertThat(ran.err()).isEqualTo(expected(name + ".errors.txt"));
    assertThat(ran.out()).isEqualTo(expected(name + ".output.json"));
    assertThat(ran.code()).isEqualTo(ran.err().isEmpty() ? 0 : 2);
  }

  @Test
  void standard_input_is_an_input_too() throws IOException {
    Ran ran =
        posternReading(expected("page-1.input.json"), FOLDER, "simulate", "--cli-input-json", "-");

    assertThat(ran.out()).isEqualTo(expected("page-1.output.json"));
  }

  @Test
  void what_cannot_be_read_exits_with_2() {
    assertThat(postern(FOLDER, "simulate", "--cli-input-json", "gone.json"))
        .isEqualTo(new Ran(2, "", "postern: gone.json: no such file or folder\n"));
  }

  @Test
  void lenient_decides_what_aws_may_have_stored_once() {
    String input =
        """
        {"PolicyInputList": ["{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:*\\",\
         \\"Resource\\": [\\"*\\", \\"reports\\"]}}"], "ActionNames": ["s3:ListAllMyBuckets"]}
        """;

    assertThat(posternReading(input, FOLDER, "simulate", "--cli-input-json", "-").err())
        .contains("error[arn-prefix]", "PolicyInputList.1 is the string at <stdin>:1:22");
    assertThat(
            posternReading(input, FOLDER, "simulate", "--lenient", "--cli-input-json", "-").out())
        .contains("\"EvalDecision\": \"allowed\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--batch", "--explain", "--format=json", "--threads=2", "other.json"})
  void the_form_is_that_of_aws_and_no_other(String argument) {
    Ran ran = postern(FOLDER, "simulate", "--cli-input-json", "page-1.input.json", argument);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("postern: --cli-input-json: ").hasLineCount(1);
  }

  @Test
  void a_policy_never_steers_the_terminal() {
    String input =
        """
        {"PolicyInputList": ["{\\"Statement\\": {\\"\\u001b[31m\\u202E\\": 1}}"], "ActionNames": []}
        """;

    assertThat(posternReading(input, FOLDER, "simulate", "--cli-input-json", "-").err())
        .contains("\uFFFD[31m")
        .doesNotContain("\u001B", "\u202E");
  }
}
