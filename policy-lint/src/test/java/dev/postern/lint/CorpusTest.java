package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Lints the managed policies of AWS, which are wide, and mostly right. They are not part of this
 * repository: {@code -Dpostern.corpus=FOLDER} names a folder with {@code managed-policies.jsonl}, a
 * policy a line under {@code document}.
 */
final class CorpusTest {
  @Test
  void the_managed_policies_of_aws_have_few_errors(TestReporter reporter) throws IOException {
    String folder = System.getProperty("postern.corpus", "");
    assumeTrue(!folder.isEmpty(), "no corpus: name its folder with -Dpostern.corpus=FOLDER");

    Map<String, Integer> policies = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(folder, "managed-policies.jsonl"))) {
      LintResult result = lint(line);
      result.faults().forEach(fault -> faults.add(fault.describe()));
      result.findings().stream()
          .map(CorpusTest::key)
          .distinct()
          .forEach(key -> policies.merge(key, 1, Integer::sum));
    }

    reporter.publishEntry(
        policies.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("\n", "\n", "\n")));
    assertThat(faults).isEmpty();
    // AWS stores them all, so what is called an error of theirs is rarely one: two in a hundred.
    assertThat(policies)
        .allSatisfy(
            (key, count) -> {
              if (key.contains(" error")) {
                assertThat(count).as(key).isLessThanOrEqualTo(24);
              }
            });
  }

  private static String key(Finding finding) {
    return finding.rule().id()
        + " "
        + finding.severity().word()
        + finding.issueCode().map(code -> " " + code).orElse("");
  }

  private static LintResult lint(String line) {
    JsonObject entry =
        (JsonObject)
            JsonReader.within(ReadLimits.SCENARIOS)
                .read(SourceText.of("managed-policies.jsonl", line))
                .value()
                .orElseThrow();
    JsonValue name = entry.get("name").orElseThrow();
    JsonValue document = entry.get("document").orElseThrow();
    SourceText policy = SourceText.of(((JsonString) name).text(), document.span().text());
    LintResult result =
        Linter.standard().lint(PolicyReader.strict().examine(policy, PolicyType.IDENTITY));
    assertThat(result.faults()).isEmpty();
    return result;
  }
}
