package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;

/**
 * Which findings are wanted, and how bad they are held to be.
 *
 * @param ids the rules
 * @param only of rules that these pick some findings of, no others are wanted
 * @param never findings of these rules that are not wanted
 * @param severities what somebody holds a rule's findings for, by its id
 */
record RuleChoice(
    ImmutableSet<String> ids,
    ImmutableList<RuleSelector> only,
    ImmutableList<RuleSelector> never,
    ImmutableMap<String, Severity> severities) {

  static RuleChoice of(ImmutableSet<String> ids) {
    return new RuleChoice(ids, ImmutableList.of(), ImmutableList.of(), ImmutableMap.of());
  }

  boolean wants(RuleInfo rule, String finding) {
    return ids.contains(rule.id())
        && (only.stream().noneMatch(selector -> selector.picks(rule))
            || only.stream().anyMatch(selector -> selector.picks(rule, finding)))
        && never.stream().noneMatch(selector -> selector.picks(rule, finding));
  }

  /** How bad a finding is held to be that a rule calls that bad. */
  Severity severity(RuleInfo rule, Severity usual) {
    return severities.getOrDefault(rule.id(), usual);
  }

  /** With these rules, too. */
  RuleChoice including(ImmutableSet<String> more) {
    return ids.containsAll(more)
        ? this
        : new RuleChoice(Sets.union(ids, more).immutableCopy(), only, never, severities);
  }

  /** With these of its rules only. */
  RuleChoice only(ImmutableSet<String> some, ImmutableList<RuleSelector> selectors) {
    boolean isPartial = selectors.stream().anyMatch(selector -> !selector.isOfWholeRules());
    return new RuleChoice(some, isPartial ? selectors : ImmutableList.of(), never, severities);
  }

  RuleChoice without(ImmutableSet<String> some, ImmutableList<RuleSelector> selectors) {
    return new RuleChoice(
        Sets.difference(ids, some).immutableCopy(),
        only,
        ImmutableList.<RuleSelector>builder().addAll(never).addAll(selectors).build(),
        severities);
  }

  RuleChoice holding(ImmutableSet<String> some, Severity severity) {
    ImmutableMap.Builder<String, Severity> all = ImmutableMap.builder();
    all.putAll(severities);
    some.forEach(id -> all.put(id, severity));
    return new RuleChoice(ids, only, never, all.buildKeepingLast());
  }
}
