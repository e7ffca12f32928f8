package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Label;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that another one of the same effect makes superfluous: one rule for those that say
 * the same, and one for those of which the other says more.
 */
record RedundantStatement(RuleInfo info, Relation relation) implements PolicyRule {
  /* All pairs are compared, and a policy that AWS stores has no more than some hundreds. */
  private static final int MOST_STATEMENTS = 500;

  /** How the two stand to each other. */
  private enum Relation {
    EQUAL,
    WITHIN
  }

  static RedundantStatement equal() {
    return new RedundantStatement(
        RuleInfo.suggestion("redundant-statement", "two statements say the same")
            .issueCode("REDUNDANT_STATEMENT"),
        Relation.EQUAL);
  }

  static RedundantStatement covered() {
    return new RedundantStatement(
        RuleInfo.suggestion("redundant-covered", "another statement covers this one"),
        Relation.WITHIN);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    ImmutableList<Located<Statement>> statements = policy.document().statementList();
    if (statements.size() < 2 || statements.size() > MOST_STATEMENTS) {
      return;
    }
    List<StatementInclusion> ready = new ArrayList<>();
    statements.forEach(each -> ready.add(StatementInclusion.of(each.value(), policy)));
    for (int i = 0; i < ready.size(); i++) {
      int covering = covering(i, ready);
      if (covering >= 0 && relation == relation(ready.get(i), ready.get(covering))) {
        report(statements.get(i), statements.get(covering), covering, policy, findings);
      }
    }
  }

  private static Relation relation(StatementInclusion inner, StatementInclusion outer) {
    return inner.covers(outer) ? Relation.EQUAL : Relation.WITHIN;
  }

  /* One that stays whatever else goes: all that can go at once can then go at once. */
  private static int covering(int index, List<StatementInclusion> statements) {
    for (int other = 0; other < statements.size(); other++) {
      if (isSuperfluousBy(index, other, statements) && stays(other, statements)) {
        return other;
      }
    }
    return -1;
  }

  private static boolean stays(int index, List<StatementInclusion> statements) {
    for (int other = 0; other < statements.size(); other++) {
      if (isSuperfluousBy(index, other, statements)) {
        return false;
      }
    }
    return true;
  }

  /* Of those that say the same the first one stays. */
  private static boolean isSuperfluousBy(
      int index, int other, List<StatementInclusion> statements) {
    StatementInclusion inner = statements.get(index);
    StatementInclusion outer = statements.get(other);
    return index != other && outer.covers(inner) && (other < index || !inner.covers(outer));
  }

  private void report(
      Located<Statement> statement,
      Located<Statement> covering,
      int position,
      LintedPolicy policy,
      Findings findings) {
    String other = name(covering.value(), position);
    Findings.Draft draft =
        findings
            .at(statement.span())
            .message(
                relation == Relation.EQUAL
                    ? other + " says the same already"
                    : other + " speaks of all that this one speaks of")
            .advice("take the statement out; the other one stays")
            .related(covering.span(), "this statement");
    ListEdit.remove(Fix.Kind.AUTO, "take the statement out", statement.span(), policy)
        .ifPresent(draft::fix);
    draft.add();
  }

  private static String name(Statement statement, int position) {
    Label sid = statement.sid().value();
    return sid.asText()
        .filter(text -> !text.isEmpty())
        .map(text -> "the statement `" + text + "`")
        .orElse("statement " + (position + 1));
  }
}
