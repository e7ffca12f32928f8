package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.model.Glob;
import dev.postern.model.source.NearestName;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Picks rules by selectors: an id, a glob over ids such as {@code trust-*}, a severity, a code of
 * Access Analyzer, or another tool's name, such as {@code checkov:CKV_AWS_355}.
 */
final class RuleSelection {
  private RuleSelection() {}

  /** The ids that the selectors name. */
  static ImmutableSet<String> ids(ImmutableList<Rule> rules, String... selectors) {
    return Arrays.stream(selectors)
        .flatMap(selector -> ids(rules, selector).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableSet<String> ids(ImmutableList<Rule> rules, String selector) {
    Predicate<RuleInfo> selects = selects(selector);
    ImmutableSet<String> ids =
        rules.stream()
            .map(Rule::info)
            .filter(selects)
            .map(RuleInfo::id)
            .collect(ImmutableSet.toImmutableSet());
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("no rule is `" + selector + "`" + hint(rules, selector));
    }
    return ids;
  }

  private static Predicate<RuleInfo> selects(String selector) {
    Optional<Severity> severity = Severity.named(selector);
    if (severity.isPresent()) {
      return info -> info.severity() == severity.get();
    }
    Glob glob = Glob.of(selector);
    return info ->
        glob.matches(info.id())
            || info.issueCode().equals(Optional.of(selector))
            || info.peers().contains(selector);
  }

  private static String hint(ImmutableList<Rule> rules, String selector) {
    return NearestName.of(
            selector,
            rules.stream().map(rule -> rule.info().id()).collect(ImmutableList.toImmutableList()))
        .map(id -> "; did you mean `" + id + "`?")
        .orElse("; expected an id, a glob over ids, a severity or a code of Access Analyzer");
  }
}
