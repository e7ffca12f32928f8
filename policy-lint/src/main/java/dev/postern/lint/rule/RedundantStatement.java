package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Label;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

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
    Pairs pairs = Pairs.of(policy);
    for (int i = 0; i < statements.size(); i++) {
      int covering = pairs.covering(i);
      if (covering >= 0 && relation == pairs.relation(i, covering)) {
        report(statements.get(i), statements.get(covering), covering, policy, findings);
      }
    }
  }

  /**
   * The statements of a policy, two at a time, by their indices.
   *
   * @param policy the policy
   * @param glances its statements at a glance
   */
  private record Pairs(LintedPolicy policy, ImmutableList<StatementGlance> glances) {
    private static Pairs of(LintedPolicy policy) {
      ImmutableList.Builder<StatementGlance> glances = ImmutableList.builder();
      for (Located<Statement> statement : policy.document().statementList()) {
        glances.add(StatementGlance.of(statement.value()));
      }
      return new Pairs(policy, glances.build());
    }

    /* What makes them ready costs more than all else, and most pairs differ at first sight. */
    private boolean covers(int one, int another) {
      StatementGlance wide = glances.get(one);
      StatementGlance narrow = glances.get(another);
      return wide.mayCover(narrow)
          && StatementInclusion.of(wide.statement(), policy)
              .covers(StatementInclusion.of(narrow.statement(), policy));
    }

    private Relation relation(int inner, int outer) {
      return covers(inner, outer) ? Relation.EQUAL : Relation.WITHIN;
    }

    /* One that stays whatever else goes: all that can go at once can then go at once. */
    private int covering(int index) {
      for (int other = 0; other < glances.size(); other++) {
        if (isSuperfluousBy(index, other) && stays(other)) {
          return other;
        }
      }
      return -1;
    }

    private boolean stays(int index) {
      for (int other = 0; other < glances.size(); other++) {
        if (isSuperfluousBy(index, other)) {
          return false;
        }
      }
      return true;
    }

    /* Of those that say the same the first one stays. */
    private boolean isSuperfluousBy(int index, int other) {
      return index != other && covers(other, index) && (other < index || !covers(index, other));
    }
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
