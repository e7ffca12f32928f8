package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.ConditionOutcome;
import dev.postern.eval.ElementOutcome;
import dev.postern.eval.MissReason;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Truth;
import dev.postern.model.Condition;
import dev.postern.model.Effect;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** The counts of one statement as they grow. */
final class StatementTally {
  private final int index;
  private final Located<Statement> statement;
  private final ImmutableList<EntryTally> entries;
  private final ImmutableList<Condition> conditions;
  private final int[] held;
  private final int[] failed;
  private Touches touches = Touches.NONE;

  StatementTally(int index, Located<Statement> statement) {
    this.index = index;
    this.statement = statement;
    this.entries = EntryTally.of(statement.value());
    this.conditions = statement.value().condition().value().conditions();
    this.held = new int[conditions.size()];
    this.failed = new int[conditions.size()];
  }

  void add(StatementOutcome outcome, boolean decisive) {
    Missed missed = Missed.of(outcome);
    Reach reach = decisive ? Reach.DECISIVE : outcome.matched() ? Reach.MATCHED : missed.reach();
    touches = touches.plus(reach);
    Reach ofEntry = reach == Reach.NEVER ? Reach.REACHED : reach;
    element(outcome.principal(), Element.PRINCIPAL, Element.NOT_PRINCIPAL, ofEntry, missed);
    element(outcome.action(), Element.ACTION, Element.NOT_ACTION, ofEntry, missed);
    element(outcome.resource(), Element.RESOURCE, Element.NOT_RESOURCE, ofEntry, missed);
    for (int i = 0; i < conditions.size(); i++) {
      if (outcome.matched()) {
        held[i]++;
      } else if (missed.isAlone() && missed.isTakenToFail(outcome.conditions().get(i))) {
        failed[i]++;
      }
    }
  }

  private void element(
      ElementOutcome outcome, Element listed, Element spared, Reach reach, Missed missed) {
    MissReason reason = outcome.reason().orElse(null);
    if (missed.isTakenToFail(outcome.truth())) {
      boolean isSpared =
          reason == MissReason.PRINCIPAL_EXEMPT
              || reason == MissReason.ACTION_EXCLUDED
              || reason == MissReason.RESOURCE_EXCLUDED;
      if (isSpared) {
        touch(spared, outcome.detail(), missed.isAlone() ? Reach.MATCHED : Reach.REACHED);
      }
    } else {
      outcome.by().ifPresent(by -> touch(listed, by, reach));
    }
  }

  /* Of entries written alike the first. */
  private void touch(Element element, String text, Reach reach) {
    for (EntryTally entry : entries) {
      if (entry.is(element, text)) {
        entry.add(reach);
        return;
      }
    }
  }

  /** What of a statement did not match, by the readings that are taken. */
  private record Missed(Effect effect, int elements, int conditions) {
    static Missed of(StatementOutcome outcome) {
      Effect effect = outcome.statement().value().effect().value();
      Missed none = new Missed(effect, 0, 0);
      int elements =
          none.count(outcome.principal().truth())
              + none.count(outcome.action().truth())
              + none.count(outcome.resource().truth());
      int conditions = 0;
      for (ConditionOutcome condition : outcome.conditions()) {
        conditions += none.count(condition.truth());
      }
      return new Missed(effect, elements, conditions);
    }

    private int count(Truth truth) {
      return truth.taken(effect) ? 0 : 1;
    }

    boolean isTakenToFail(Truth truth) {
      return !truth.taken(effect);
    }

    boolean isTakenToFail(ConditionOutcome condition) {
      return isTakenToFail(condition.truth());
    }

    /** Whether it is a single part. */
    boolean isAlone() {
      return elements + conditions == 1;
    }

    Reach reach() {
      return elements == 0 ? Reach.REACHED : Reach.NEVER;
    }
  }

  StatementCoverage coverage() {
    ImmutableList.Builder<ConditionCoverage> covered = ImmutableList.builder();
    for (int i = 0; i < conditions.size(); i++) {
      covered.add(new ConditionCoverage(conditions.get(i), held[i], failed[i]));
    }
    return new StatementCoverage(
        index,
        statement,
        touches,
        entries.stream().map(EntryTally::coverage).collect(ImmutableList.toImmutableList()),
        covered.build());
  }
}
