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
 * Picks rules, or some of their findings: an id, a glob over ids such as {@code trust-*}, a
 * severity, a code of Access Analyzer, another tool's name such as {@code checkov:CKV_AWS_355}, or
 * an id and what a finding is about, such as {@code privesc-self/iam-attach-user-policy}.
 */
public final class RuleSelector {
  private final String text;
  private final Predicate<RuleInfo> rules;
  private final Glob findings;

  private RuleSelector(String text, Predicate<RuleInfo> rules, Glob findings) {
    this.text = text;
    this.rules = rules;
    this.findings = findings;
  }

  /** What a text picks; that may be nothing. */
  public static RuleSelector of(String text) {
    Optional<Severity> severity = Severity.named(text);
    if (severity.isPresent()) {
      return new RuleSelector(text, info -> info.severity() == severity.get(), Glob.of("*"));
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      Glob id = Glob.of(text.substring(0, slash));
      return new RuleSelector(text, info -> id.matches(info.id()), Glob.of(text));
    }
    Glob id = Glob.of(text);
    return new RuleSelector(
        text,
        info ->
            id.matches(info.id())
                || info.issueCode().filter(text::equals).isPresent()
                || info.peers().contains(text),
        Glob.of("*"));
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** Whether it picks findings of the rule, all or some. */
  public boolean picks(RuleInfo rule) {
    return rules.test(rule);
  }

  /** Whether it picks the finding; a severity is that of the finding then, not of its rule. */
  public boolean picks(Finding finding) {
    return Severity.named(text)
        .map(severity -> finding.severity() == severity)
        .orElseGet(() -> picks(finding.rule(), finding.id()));
  }

  /** Whether it picks a finding of that id by that rule. */
  boolean picks(RuleInfo rule, String id) {
    return picks(rule) && findings.matches(id);
  }

  /** Whether it picks all findings of the rules that it picks. */
  boolean isOfWholeRules() {
    return findings.matchesEverything();
  }

  /** Whether it is the id of one rule. */
  public boolean isOneRule() {
    return isOfWholeRules() && Glob.of(text).isLiteral() && Severity.named(text).isEmpty();
  }

  /** The ids of the rules that it picks. */
  ImmutableSet<String> ids(Iterable<Rule> known) {
    ImmutableSet.Builder<String> ids = ImmutableSet.builder();
    for (Rule rule : known) {
      if (picks(rule.info())) {
        ids.add(rule.info().id());
      }
    }
    return ids.build();
  }

  /**
   * The selectors of some texts.
   *
   * @throws IllegalArgumentException if one of them picks none of the rules
   */
  static ImmutableList<RuleSelector> of(ImmutableList<Rule> known, String... texts) {
    return Arrays.stream(texts)
        .map(text -> of(known, text))
        .collect(ImmutableList.toImmutableList());
  }

  private static RuleSelector of(ImmutableList<Rule> known, String text) {
    RuleSelector selector = of(text);
    if (selector.ids(known).isEmpty()) {
      throw new IllegalArgumentException("no rule is `" + text + "`; " + hint(known, text));
    }
    return selector;
  }

  /** What may have been meant by a text that picks none of the rules. */
  static String hint(Iterable<Rule> known, String text) {
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    known.forEach(rule -> ids.add(rule.info().id()));
    return NearestName.of(text, ids.build())
        .map(id -> "did you mean `" + id + "`?")
        .orElse("expected an id, a glob over ids, a severity or a code of Access Analyzer");
  }

  @Override
  public String toString() {
    return text;
  }
}
