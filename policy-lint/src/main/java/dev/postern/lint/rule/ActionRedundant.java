package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * An action within another entry of the same list. Patterns are compared, not the actions that
 * exist, so what AWS adds changes nothing.
 */
final class ActionRedundant implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("action-redundant", "an action lies within another of its list")
        .issueCode("REDUNDANT_ACTION");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ActionPattern>> list = statement.value().action().value().patterns();
    ImmutableList<Redundancy.Entry> entries =
        list.stream()
            .map(pattern -> entry(pattern.value()))
            .collect(ImmutableList.toImmutableList());
    for (Redundancy.Pair pair : Redundancy.of(entries)) {
      RedundantEntry.report(
          Fix.Kind.AUTO,
          list.get(pair.entry()).with(list.get(pair.entry()).value().text()),
          list.get(pair.covering()).with(list.get(pair.covering()).value().text()),
          policy,
          findings);
    }
  }

  static Redundancy.Entry entry(ActionPattern pattern) {
    return new Redundancy.Entry(
        ImmutableList.of(Glob.of(pattern.servicePattern()), Glob.of(pattern.namePattern())), false);
  }
}
