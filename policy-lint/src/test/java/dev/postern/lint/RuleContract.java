package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.RuleInfo;
import java.util.Locale;

/** What users may count on of a rule: a row of the tables that the tests of the families hold. */
final class RuleContract {
  private RuleContract() {}

  /** Whether a rule is as its row says; no code is written as nothing. */
  static void assertHolds(String id, String severity, String profile, String issueCode) {
    RuleInfo info = BuiltInRules.named(id).orElseThrow().info();
    assertThat(info.severity().word()).isEqualTo(severity);
    assertThat(info.profile().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .isEqualTo(profile.toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(info.issueCode().orElse(null)).isEqualTo(issueCode);
  }
}
