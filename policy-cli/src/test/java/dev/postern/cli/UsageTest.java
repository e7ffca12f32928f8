package dev.postern.cli;

import static dev.postern.cli.Ran.postern;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ARGUMENTS                  | COMPLAINT
          lnt x                      | did you mean lint?
          lint                       | Missing required parameter
          lint --nope x              | Unknown option: '--nope'
          lint --format xml x        | --format: `xml` is none of text, json, jsonl, sarif, junit, github, gitlab, access-analyzer
          lint --fail-on all x       | --fail-on: `all` is none of error, security-warning, warning, suggestion, none
          lint --policy-type iam x   | --policy-type: `iam` is none of identity, boundary, session, resource
          lint --profile lax x       | --profile: `lax` is none of default, strict
          lint --rules no-such x     | no rule is `no-such`
          lint --format=json --format=text x | should be specified only once
          simulate --format sarif x  | --format: `sarif` is none of text, json, jsonl
          simulate --batch --threads=0 x  | --threads: `0` is no number from 1 to 64
          simulate --batch --threads=two x | --threads: `two` is no number from 1 to 64
          simulate --threads=2 x     | --threads: only a --batch is decided by several
          explain                    | Missing required parameter
          rules s3                   | Unmatched argument
          test                       | Missing required parameter
          test --format sarif x      | --format: `sarif` is none of text, json, junit
          test --coverage-min 101 x  | --coverage-min: `101` is no number from 0 to 100
          test --mutation-min all x  | --mutation-min: `all` is no number from 0 to 100
          test --format junit --mutate x | --format junit: it has no place for coverage or mutants
          fmt --check --write x      | --check and --write exclude each other
          actions                    | Missing required parameter
          actions --level all s3:*   | --level: `all` is none of List, Read, Write, Permissions management, Tagging
          action                     | Missing required parameter
          action s3:*                | `s3:*` is a pattern, which `postern actions` takes
          catalog s3                 | Unmatched argument
          """)
  void wrong_usage_exits_with_2_and_says_what_would_be_right(String arguments, String complaint) {
    Ran ran = postern(folder, arguments.split(" ", -1));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(complaint).contains("--help`").hasLineCount(1);
  }

  @Test
  void no_command_is_wrong_usage() {
    assertThat(postern(folder).code()).isEqualTo(2);
    assertThat(postern(folder).err())
        .contains(
            "which command? lint, explain, rules, simulate, test, fmt, actions, action, catalog");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "lint --help",
        "simulate -h",
        "test --help",
        "fmt --help",
        "actions --help",
        "action --help",
        "catalog --help",
        "explain --help",
        "rules --help"
      })
  void help_is_the_result_and_teaches(String arguments) {
    Ran ran = postern(folder, arguments.split(" ", -1));

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Exit codes:\n  0", "Examples:\n  postern ");
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(97));
  }

  @Test
  void help_lists_the_commands() {
    assertThat(postern(folder, "--help").out())
        .contains(
            "  lint ",
            "  explain ",
            "  rules ",
            "  simulate ",
            "  fmt ",
            "  actions ",
            "  action ",
            "  catalog ");
  }

  @Test
  void the_version_is_one_line() {
    assertThat(postern(folder, "--version").out()).startsWith("postern ").hasLineCount(1);
  }

  @Test
  void an_argument_that_looks_like_a_file_of_arguments_is_a_file() {
    assertThat(postern(folder, "lint", "@x").err()).contains("@x: no such file");
  }

  @Test
  void what_is_lost_on_the_way_out_is_told() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            Output.to(full),
            Output.to(err),
            folder,
            false,
            false,
            Clock.systemUTC());

    assertThat(PosternCommand.run(console, "--help")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo("postern: standard output: No space left on device\n");
  }

  @Test
  void a_mistake_of_ours_exits_with_3_and_names_the_place() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("made for this test");
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            return read();
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            failing,
            Output.to(OutputStream.nullOutputStream()),
            Output.to(err),
            folder,
            false,
            false,
            Clock.systemUTC());

    assertThat(PosternCommand.run(console, "fmt", "-")).isEqualTo(3);
    assertThat(err.toString(UTF_8)).startsWith("postern: internal fault: <stdin>: ");
  }
}
