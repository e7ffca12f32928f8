package dev.postern.examples.lint;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.config.ConfigurationException;
import dev.postern.lint.rule.Background;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A linter that heeds what a project says, as the guide shows it. */
class ConfiguredLinterTest {
  @Test
  void what_a_project_lives_with_does_not_count() throws ConfigurationException, IOException {
    JsonValue json =
        JsonReader.within(ReadLimits.POLICY)
            .read(
                SourceText.of(
                    "postern.json",
                    """
                    {"rules": {"sid-misleading": "off"},
                     "ignore": [{"rule": "version-old", "reason": "an old tool writes it"}]}
                    """))
            .value()
            .orElseThrow();

    // README: configuration
    Configuration configuration = Configuration.read(json);
    Linter linter = configuration.linter("policies/on-call-legacy.json", Background.standard());
    LintResult result = linter.lint(Path.of("policies/on-call-legacy.json"), PolicyType.IDENTITY);
    LintResult left =
        configuration
            .suppressions()
            .apply(result, "policies/on-call-legacy.json", LocalDate.now(UTC))
            .result();
    // README: end

    assertThat(left.findings())
        .extracting(Finding::id)
        .doesNotContain("version-old", "sid-misleading");
    assertThat(left.suppressed()).hasSize(1);
  }
}
