package dev.postern.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.Fix;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.StatementRule;
import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The formats for machines, against files that show how they look. */
final class MachineReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/postern/lint/report");

  private static final String DEPLOY =
      """
      {
        "Version": "2008-10-17",
        "Statement": [
          {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"},
          {"Sid": "Read", "Effect": "Allow", "Action": [], "Resource": "*"}
        ]
      }
      """;

  private static final String SOUND =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}
      """;

  private static final String HOSTILE =
      "{\"Version\": \"\\u0000\\u001B[2J%0A::error::\\n<&]]>\\uD800\", \"Statement\": []}";

  /** One with a fix, so that the formats have one to show. */
  private static final class LoudSid implements StatementRule {
    @Override
    public RuleInfo info() {
      return RuleInfo.suggestion("sid-loud", "a `Sid` is said aloud").peers("peer:LOUD");
    }

    @Override
    public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
      SourceSpan sid = statement.value().sid().span();
      findings.at(sid).fix(Fix.auto("say it aloud", sid, "\"READ\"")).add();
    }
  }

  private static LintResult lint(String name, String text) {
    return Linter.standard()
        .rules("version-*", "sid-duplicate", "empty-action", "statement-empty", "json-*")
        .with(new LoudSid())
        .lint(SourceText.of(name, text), PolicyType.IDENTITY);
  }

  private static ImmutableList<LintResult> results() {
    return ImmutableList.of(
        lint("policies/deploy role.json", DEPLOY),
        lint("policies/sound.json", SOUND),
        lint("c:evil%,\u001B.json", HOSTILE));
  }

  private static void assertGolden(String file, String actual) {
    Path golden = GOLDEN.resolve(file);
    try {
      if (Boolean.getBoolean("postern.update-docs")) {
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sarif() {
    assertGolden("report.sarif", Report.sarif().render(results()));
  }

  @Test
  void sarif_is_what_its_schema_says() throws IOException {
    try (InputStream in = Files.newInputStream(GOLDEN.resolve("sarif-2.1.0.schema.json"))) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(in);

      assertThat(schema.validate(Report.sarif().render(results()), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate(Report.sarif().render(ImmutableList.of()), InputFormat.JSON))
          .isEmpty();
      assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void junit() {
    assertGolden("report.junit.xml", Report.junit().render(results()));
  }

  @Test
  void junit_is_xml_that_counts_right() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Report.junit().render(results()))));

    assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("failure").getLength())
        .isEqualTo(results().stream().mapToInt(result -> result.findings().size()).sum());
  }

  @Test
  void github() {
    assertGolden("report.github.txt", Report.github().render(results()));
  }

  @Test
  void github_has_one_line_for_each_finding() {
    List<String> lines = Report.github().render(results()).lines().toList();

    assertThat(lines)
        .hasSize(results().stream().mapToInt(result -> result.findings().size()).sum())
        .allMatch(line -> line.startsWith("::"));
  }

  @Test
  void gitlab() {
    assertGolden("report.gitlab.json", Report.gitlab().render(results()));
  }

  @Test
  void access_analyzer_answers_one_policy_as_the_service_does() {
    assertGolden(
        "report.access-analyzer.json",
        Report.accessAnalyzer().render(ImmutableList.of(lint("deploy.json", DEPLOY))));
  }

  @Test
  void access_analyzer_answers_several_policies_line_by_line() {
    assertThat(Report.accessAnalyzer().render(results()).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"file\":"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "junit", "github", "gitlab"})
  void nothing_found_is_said_in_every_format(String format) {
    ImmutableList<LintResult> sound =
        ImmutableList.of(
            Linter.standard()
                .rules("version-*")
                .lint(SourceText.of("sound.json", SOUND), PolicyType.IDENTITY));
    String report =
        switch (format) {
          case "sarif" -> Report.sarif().render(sound);
          case "junit" -> Report.junit().render(sound);
          case "github" -> Report.github().render(sound);
          default -> Report.gitlab().render(sound);
        };
    assertThat(report).doesNotContain("version-");
  }
}
