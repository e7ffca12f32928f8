package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternReading;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static final String LINE =
      """
      {"name": "NAME", "request": {"principal": "arn:aws:iam::111122223333:user/alice", \
      "action": "s3:GetObject", "resource": "arn:aws:s3:::reports/q1.csv"}, \
      "policies": {"identity": [{"Statement": {"Effect": "Allow", "Action": "s3:*", \
      "Resource": "*"}}]}}
      """;

  @TempDir Path folder;

  private static String line(String name) {
    return LINE.replace("NAME", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads=1", "--threads=2", "--threads=8"})
  void lines_are_answered_in_order_and_a_bad_one_loses_no_other(String threads) throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write((line("first") + "\n  \r\n" + "no json\n" + line("second")).getBytes(UTF_8));
    input.write(new byte[] {'"', (byte) 0xFF, '"', '\n'});
    input.write("[1]\r\n".getBytes(UTF_8));
    input.write(line("last").strip().getBytes(UTF_8));

    Ran ran = posternReading(input.toByteArray(), folder, "simulate", "--batch", threads, "-");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.jsonLines())
        .extracting(
            line ->
                ((JsonObject) line).get("decision").isPresent()
                    ? at(line, "name") + " " + at(line, "decision")
                    : at(line, "error/line") + " " + at(line, "error/code"))
        .containsExactly(
            "first allowed",
            "4 json-syntax",
            "second allowed",
            "6 json-syntax",
            "7 scenario-value",
            "last allowed");
  }

  @Test
  void a_clean_batch_exits_with_0_and_explains_when_asked() throws IOException {
    Files.writeString(folder.resolve("batch.jsonl"), line("one") + line("two"));

    Ran ran = postern(folder, "simulate", "--batch", "--explain", "batch.jsonl");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.jsonLines())
        .extracting(line -> at(line, "explanation/result"))
        .containsExactly("allowed", "allowed");
  }

  @Test
  void the_place_of_an_error_counts_from_the_first_line_of_the_file() throws IOException {
    Files.writeString(folder.resolve("b.jsonl"), line("one") + "\n{\"request\": 1}\n");

    assertThat(postern(folder, "simulate", "--batch", "b.jsonl").jsonLines().get(1))
        .satisfies(
            line ->
                assertThat(at(line, "error/file") + at(line, "error/line")).isEqualTo("b.jsonl3"));
  }

  @Test
  void a_line_that_is_too_long_is_an_error_of_its_own() {
    String long1 = "\"" + "x".repeat(Lines.LONGEST) + "\"\n";

    assertThat(posternReading(long1 + line("next"), folder, "simulate", "--batch", "-").jsonLines())
        .satisfiesExactly(
            line -> assertThat(at(line, "error/code")).isEqualTo("limit-size"),
            line -> assertThat(at(line, "decision")).isEqualTo("allowed"));
  }

  @Test
  void whoever_waits_for_an_answer_gets_it() throws IOException {
    try (PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(questions, 1 << 16);
        PipedInputStream answers = new PipedInputStream(1 << 16)) {
      Output out = Output.to(new PipedOutputStream(answers));
      Console console =
          new Console(
              in,
              out,
              Output.to(OutputStream.nullOutputStream()),
              folder,
              false,
              false,
              Clock.systemUTC());
      Thread thread = new Thread(() -> PosternCommand.run(console, "simulate", "--batch", "-"));
      thread.setDaemon(true);
      thread.start();

      questions.write(line("first").getBytes(UTF_8));
      questions.flush();

      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> assertThat(firstLine(answers)).contains("\"first\""));
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(UTF_8);
  }

  @Test
  void a_batch_ends_when_nobody_listens() {
    ByteArrayInputStream lines =
        new ByteArrayInputStream(line("again").repeat(10_000).getBytes(UTF_8));
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            lines, Output.to(closed), Output.to(err), folder, false, false, Clock.systemUTC());

    assertThat(PosternCommand.run(console, "simulate", "--batch", "-")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(lines.available()).isPositive();
  }

  @Test
  void a_batch_has_one_format() {
    assertThat(postern(folder, "simulate", "--batch", "--format=text", "-").code()).isEqualTo(2);
  }
}
