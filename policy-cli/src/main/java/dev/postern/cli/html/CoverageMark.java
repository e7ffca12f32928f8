package dev.postern.cli.html;

import dev.postern.suite.coverage.ConditionCoverage;
import dev.postern.suite.coverage.EntryCoverage;
import dev.postern.suite.coverage.Reach;
import dev.postern.suite.coverage.Sides;
import dev.postern.suite.coverage.StatementCoverage;
import dev.postern.suite.coverage.Touches;

/**
 * What a part of a policy is marked with.
 *
 * @param title the part
 * @param state how far tests got, in a word or two
 * @param told the same with counts, in a sentence
 * @param look how it looks
 */
record CoverageMark(String title, String state, String told, Look look) {

  /** How a part looks: its colour, its line, and the sign beside its state. */
  enum Look {
    DECISIVE("decisive", "●"),
    MATCHED("matched", "✓"),
    HALF("half", "◐"),
    REACHED("reached", "○"),
    NEVER("never", "✗");

    private final String css;
    private final String sign;

    Look(String css, String sign) {
      this.css = css;
      this.sign = sign;
    }

    /** The class that the style sheet knows it by. */
    String css() {
      return css;
    }

    /** What tells it from others without colours. */
    String sign() {
      return sign;
    }

    /** Whether tests covered all of it. */
    boolean isCovered() {
      return this == DECISIVE || this == MATCHED;
    }
  }

  static CoverageMark of(StatementCoverage statement) {
    return new CoverageMark(
        statement.title(),
        statement.reach().text(),
        told(statement.touches()),
        look(statement.reach()));
  }

  static CoverageMark of(EntryCoverage entry) {
    boolean spares = entry.element().isNegated() && entry.reach() == Reach.MATCHED;
    return new CoverageMark(
        entry.title(),
        spares ? "spared" : entry.reach().text(),
        told(entry.touches()),
        look(entry.reach()));
  }

  static CoverageMark of(ConditionCoverage condition) {
    Sides sides = condition.sides();
    return new CoverageMark(
        condition.title(),
        sides == Sides.BOTH ? "both sides" : sides.text(),
        "held " + times(condition.held()) + ", failed alone " + times(condition.failed()),
        sides == Sides.BOTH ? Look.MATCHED : sides == Sides.NEVER ? Look.NEVER : Look.HALF);
  }

  private static Look look(Reach reach) {
    return switch (reach) {
      case DECISIVE -> Look.DECISIVE;
      case MATCHED -> Look.MATCHED;
      case REACHED -> Look.REACHED;
      case NEVER -> Look.NEVER;
    };
  }

  private static String told(Touches touches) {
    return touches.reached() == 0
        ? "no test touches it"
        : "decisive "
            + times(touches.decisive())
            + ", matched "
            + times(touches.matched())
            + ", reached "
            + times(touches.reached());
  }

  private static String times(int count) {
    return switch (count) {
      case 0 -> "never";
      case 1 -> "once";
      default -> count + " times";
    };
  }

  /** Both the part and what tests had to do with it. */
  String describe() {
    return title + ": " + state + " (" + told + ")";
  }
}
