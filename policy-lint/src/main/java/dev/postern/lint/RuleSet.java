package dev.postern.lint;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Expectations;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RuleInfo.Profile;
import dev.postern.lint.rule.Severity;

/** The rules that a linter knows, and those of them whose findings are wanted. Immutable. */
final class RuleSet {
  private final ImmutableList<Rule> known;
  private final RuleChoice choice;
  private final ImmutableList<RunningRule> running;

  private RuleSet(ImmutableList<Rule> known, RuleChoice choice) {
    this(known, choice, running(known, choice.ids()));
  }

  private RuleSet(
      ImmutableList<Rule> known, RuleChoice choice, ImmutableList<RunningRule> running) {
    this.known = known;
    this.choice = choice;
    this.running = running;
  }

  /* What is unknown stays unknown to the others when nobody wants to hear that it is. */
  private static ImmutableList<RunningRule> running(
      ImmutableList<Rule> known, ImmutableSet<String> selected) {
    return known.stream()
        .map(RunningRule::of)
        .filter(rule -> selected.contains(rule.info().id()) || rule.info().isUnknownWithin())
        .collect(toImmutableList());
  }

  /** The built-in rules of these profiles. */
  static RuleSet of(Profile... profiles) {
    ImmutableSet<Profile> among = ImmutableSet.copyOf(profiles);
    ImmutableSet.Builder<String> ids = ImmutableSet.builder();
    for (Rule rule : BuiltInRules.ALL) {
      RuleInfo info = rule.info();
      if (among.contains(info.profile())) {
        ids.add(info.id());
      }
    }
    return new RuleSet(BuiltInRules.ALL, RuleChoice.of(ids.build()));
  }

  RuleSet with(Rule... rules) {
    ImmutableList.Builder<Rule> more = ImmutableList.builder();
    more.addAll(known);
    ImmutableSet.Builder<String> ids = ImmutableSet.builder();
    for (Rule rule : rules) {
      String id = rule.info().id();
      if (known.stream().anyMatch(other -> other.info().id().equals(id))) {
        throw new IllegalArgumentException("there is a rule `" + id + "` already");
      }
      more.add(rule);
      ids.add(id);
    }
    return new RuleSet(more.build(), choice.including(ids.build()));
  }

  RuleSet only(String... selectors) {
    ImmutableList<RuleSelector> all = RuleSelector.of(known, selectors);
    ImmutableSet<String> ids =
        ids(all).stream()
            .filter(id -> choice.ids().contains(id) || isNamed(id, all))
            .collect(toImmutableSet());
    return new RuleSet(known, choice.only(ids, all));
  }

  private static boolean isNamed(String id, ImmutableList<RuleSelector> selectors) {
    return selectors.stream()
        .anyMatch(selector -> selector.text().equals(id) || selector.text().startsWith(id + "/"));
  }

  private ImmutableSet<String> ids(Iterable<RuleSelector> selectors) {
    ImmutableSet.Builder<String> ids = ImmutableSet.builder();
    selectors.forEach(selector -> ids.addAll(selector.ids(known)));
    return ids.build();
  }

  RuleSet without(String... selectors) {
    ImmutableList.Builder<RuleSelector> whole = ImmutableList.builder();
    ImmutableList.Builder<RuleSelector> some = ImmutableList.builder();
    RuleSelector.of(known, selectors)
        .forEach(selector -> (selector.isOfWholeRules() ? whole : some).add(selector));
    return new RuleSet(known, choice.without(ids(whole.build()), some.build()));
  }

  RuleSet including(String... selectors) {
    return including(ids(RuleSelector.of(known, selectors)));
  }

  private RuleSet including(ImmutableSet<String> ids) {
    return choice.ids().containsAll(ids) ? this : new RuleSet(known, choice.including(ids));
  }

  RuleSet holding(String selector, Severity severity) {
    ImmutableSet<String> ids = ids(RuleSelector.of(known, selector));
    return new RuleSet(known, choice.holding(ids, severity), running);
  }

  /** With the opt-in rules that somebody configures by what he expects. */
  RuleSet configuredBy(Expectations expectations) {
    return expectations.equals(Expectations.NONE)
        ? this
        : including(
            known.stream()
                .map(Rule::info)
                .filter(info -> info.isConfiguredBy(expectations))
                .map(RuleInfo::id)
                .collect(toImmutableSet()));
  }

  boolean knows(RuleSelector selector) {
    return !selector.ids(known).isEmpty();
  }

  String hint(RuleSelector selector) {
    return RuleSelector.hint(known, selector.text());
  }

  /** Those whose findings are wanted, in the order of the registry. */
  ImmutableList<RuleInfo> wanted() {
    return known.stream()
        .map(Rule::info)
        .filter(info -> choice.ids().contains(info.id()))
        .collect(toImmutableList());
  }

  /** The rules that are called, those included whose findings nobody wants to hear. */
  ImmutableList<RunningRule> running() {
    return running;
  }

  /** The findings that are wanted. */
  RuleChoice choice() {
    return choice;
  }
}
