package dev.postern.lint.config;

import dev.postern.lint.Linter;
import dev.postern.lint.RuleSelector;
import dev.postern.lint.SettingFindings;
import dev.postern.lint.rule.MetaRules;
import dev.postern.model.source.SourceSpan;

/** Settings that name no rule. */
final class UnknownRules {
  private UnknownRules() {}

  static void report(
      RuleSelector selector, SourceSpan span, Linter linter, SettingFindings findings) {
    findings
        .at(MetaRules.SUPPRESSION_UNKNOWN_RULE, span)
        .message("no rule is `" + selector.text() + "`")
        .advice(linter.hint(selector))
        .add();
  }
}
