package dev.postern.lint.config;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Linter;
import dev.postern.lint.RuleSelector;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * What is said of some rules: {@code off}, {@code on}, or a severity.
 *
 * @param selector the rules
 * @param span where they are named
 * @param word what is said
 */
record RuleSetting(RuleSelector selector, SourceSpan span, String word) {
  static final ImmutableList<String> SWITCHES = ImmutableList.of("off", "on");

  /** The linter that heeds it; the same one where it names no rule. */
  Linter appliedTo(Linter linter) {
    if (!linter.knows(selector)) {
      return linter;
    }
    String rules = selector.text();
    Optional<Severity> severity = Severity.named(word);
    if (severity.isPresent()) {
      Linter holding = linter.holding(rules, severity.get());
      // A whole family is held for that bad; only what is named is switched on by it.
      return selector.isOneRule() ? holding.including(rules) : holding;
    }
    return word.equals("off") ? linter.without(rules) : linter.including(rules);
  }
}
