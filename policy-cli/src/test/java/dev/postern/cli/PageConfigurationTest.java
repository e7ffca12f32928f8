package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.config.ConfigurationException;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RulePage;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever copies the configuration from a rule's page has the rule. */
final class PageConfigurationTest {
  private static final String FENCE = "```yaml\n";

  static Stream<Rule> configuredRules() {
    return BuiltInRules.ALL.stream().filter(rule -> !configurations(rule).isEmpty());
  }

  private static List<String> configurations(Rule rule) {
    return Splitter.on(FENCE)
        .splitToStream(RulePage.of(rule).map(RulePage::text).orElse(""))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf("```")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("configuredRules")
  void what_a_page_configures_makes_its_rule_run(Rule rule) throws ConfigurationException {
    for (String yaml : configurations(rule)) {
      Configuration configuration =
          Configuration.read(
              YamlText.read(SourceText.of(".postern.yaml", yaml)).value().orElseThrow());

      assertThat(configuration.linter("policy.json", Background.standard()).rules())
          .extracting(RuleInfo::id)
          .contains(rule.info().id());
    }
  }

  @Test
  void there_are_such_pages() {
    assertThat(configuredRules()).hasSizeGreaterThan(10);
  }
}
