package dev.postern.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports against the files that show how they look. */
final class ReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/postern/lint/report");

  private static final String DEPLOY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Read",
            "Effect": "Allow",
            "Actions": "s3:GetObject",
            "Resource": "reports"
          },
          {
            "Sid": "Read",
            "Effect": "Allow",
            "NotAction": [],
            "Resource": "*"
          }
        ]
      }
      """;

  private static final String TEMPLATE =
      """
      {"Version": "2012-10-17",
       "Statement": {
         "Effect": "Allow",
         "Action": "s3:GetObject",
         "Resource": ["<a>", "<a>/1", "<a>/2", "<a>/3", "<a>/4", "<a>/5"]}}
      """;

  private static final String TRUST =
      """
      {
        "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"},
                      "Action": ["sts:AssumeRole"]}
      }
      """;

  private static final String SOUND =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}
      """;

  private static ImmutableList<LintResult> results() {
    Linter linter = Linter.standard();
    return ImmutableList.of(
        linter.lint(SourceText.of("deploy.json", DEPLOY), PolicyType.IDENTITY),
        linter.lint(SourceText.of("sound.json", SOUND), PolicyType.IDENTITY),
        linter.lint(SourceText.of("template.json", TEMPLATE), PolicyType.IDENTITY),
        linter.lint(SourceText.of("trust.json", TRUST)));
  }

  private static ImmutableList<LintResult> results(String name, String text) {
    return ImmutableList.of(Linter.standard().lint(SourceText.of(name, text), PolicyType.IDENTITY));
  }

  private static void assertGolden(String file, String actual) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (Boolean.getBoolean("postern.update-docs")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }

  @Test
  void text() throws IOException {
    assertGolden("report.txt", Report.text().render(results()));
  }

  @Test
  void text_with_nothing_to_say() {
    assertThat(Report.text().render(results("sound.json", SOUND)))
        .isEqualTo("no findings in 1 policy\n");
    assertThat(Report.text().render(ImmutableList.of())).isEqualTo("no findings in 0 policies\n");
  }

  @Test
  void colours_add_nothing_but_colours() {
    String coloured = Report.colouredText().render(results());
    assertThat(coloured).contains("\u001B[1;31merror[arn-prefix]\u001B[0m: ");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(Report.text().render(results()));
  }

  @Test
  void a_policy_does_not_steer_the_terminal() {
    String hostile =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"\\u001B[2J\\nerror\\u202E\","
            + " \"\\u001B]0;x\\u0007\\r\\n\": 1, \"Action\": \"s3:*\", \"Resource\": \"\u009B1m\"}]}";
    String report = Report.text().render(results("evil\u001B[31m.json", hostile));
    assertThat(report.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
    assertThat(report).doesNotContain("\u202E").doesNotContain("\nerror\u202E");
  }

  @Test
  void json() throws IOException {
    assertGolden("report.json", Report.json().render(results()));
  }

  @Test
  void json_is_json() {
    JsonObject report = (JsonObject) parsed(Report.json().render(results()));
    assertThat(report.members())
        .extracting(JsonValue.Member::name)
        .containsExactly("findings", "suppressed", "policies", "summary", "faults");
    JsonArray findings = (JsonArray) report.get("findings").orElseThrow();
    JsonObject first = (JsonObject) findings.elements().get(0);
    assertThat(first.members())
        .extracting(JsonValue.Member::name)
        .containsExactly(
            "rule",
            "id",
            "severity",
            "message",
            "policyType",
            "policyTypeSource",
            "file",
            "pointer",
            "path",
            "span",
            "related",
            "issueCode",
            "proof",
            "fix",
            "fingerprint",
            "help");
  }

  @Test
  void json_of_a_hostile_policy_is_json() {
    String report = Report.json().render(results("\u001B\"\n.json", "{\"\\u0000\": \"\\\"\"}"));
    assertThat(parsed(report)).isInstanceOf(JsonObject.class);
  }

  @Test
  void json_lines_are_one_finding_each() {
    String report = Report.jsonLines().render(results());
    assertThat(report.lines())
        .hasSize(results().stream().mapToInt(result -> result.findings().size()).sum())
        .allSatisfy(line -> assertThat(parsed(line)).isInstanceOf(JsonObject.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WHERE | LINE | COLUMN | OFFSET
          start | 8    | 18     | 149
          end   | 8    | 27     | 158
          """)
  void lines_count_from_one_columns_and_offsets_from_zero(
      String where, String line, String column, String offset) {
    JsonObject finding =
        (JsonObject)
            Report.jsonLines()
                .render(results("deploy.json", DEPLOY))
                .lines()
                .map(ReportTest::parsed)
                .filter(json -> text((JsonObject) json, "rule").equals("arn-prefix"))
                .findFirst()
                .orElseThrow();
    JsonObject span = (JsonObject) finding.get("span").orElseThrow();
    JsonObject position = (JsonObject) span.get(where).orElseThrow();
    assertThat(number(position, "line")).isEqualTo(line);
    assertThat(number(position, "column")).isEqualTo(column);
    assertThat(number(position, "offset")).isEqualTo(offset);
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) object.get(name).orElseThrow()).text();
  }

  private static String number(JsonObject object, String name) {
    return ((JsonNumber) object.get(name).orElseThrow()).literal();
  }

  private static JsonValue parsed(String text) {
    JsonReading reading = JsonReader.within(ReadLimits.SCENARIOS).read(SourceText.of("out", text));
    assertThat(reading.problems()).isEmpty();
    return reading.value().orElseThrow();
  }
}
