package dev.postern.examples.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Linter;
import dev.postern.lint.report.Report;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifDigestTest {
  private static final String OLD =
      """
      {
        "Version": "2008-10-17",
        "Statement": {"Sid": "One", "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}
      }
      """;

  private static final String WORSE =
      """
      {
        "Version": "2008-10-17",
        "Id": "a line more above",
        "Statement": {"Sid": "One", "Effect": "Allow", "Action": "*", "Resource": "*"}
      }
      """;

  @TempDir private Path folder;

  private Path report(String name, String policy) throws IOException {
    String sarif =
        Report.sarif()
            .render(
                ImmutableList.of(
                    Linter.standard()
                        .rules("version-old", "admin-full")
                        .lint(SourceText.of("policy.json", policy), PolicyType.IDENTITY)));
    return Files.writeString(folder.resolve(name), sarif);
  }

  private record Ran(int code, String out) {}

  private static Ran digest(Path now, Path before) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = SarifDigest.run(new PrintStream(out, true, StandardCharsets.UTF_8), now, before);
    return new Ran(code, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void counts_the_findings_of_each_rule() throws IOException {
    Path report = report("now.sarif", OLD);

    assertThat(digest(report, report)).isEqualTo(new Ran(0, "1 version-old\n"));
  }

  @Test
  void fails_on_what_an_earlier_report_does_not_have() throws IOException {
    assertThat(digest(report("now.sarif", WORSE), report("before.sarif", OLD)))
        .isEqualTo(new Ran(1, "1 admin-full\n1 version-old\nnew: policy.json:4 admin-full\n"));
  }
}
