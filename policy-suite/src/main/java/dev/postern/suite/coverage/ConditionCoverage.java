package dev.postern.suite.coverage;

import dev.postern.model.Condition;
import dev.postern.model.source.SourceSpan;

/**
 * What tests showed of one condition, an operator with a key. Only those decisions count in which
 * all the rest of the statement matched, its other conditions included: in these the condition made
 * the difference.
 *
 * @param condition the condition
 * @param held how often it held, and so the statement matched
 * @param failed how often it failed, and so alone kept the statement from matching
 */
public record ConditionCoverage(Condition condition, int held, int failed) {

  /** The sides that were shown. */
  public Sides sides() {
    if (held > 0) {
      return failed > 0 ? Sides.BOTH : Sides.HELD;
    }
    return failed > 0 ? Sides.FAILED : Sides.NEVER;
  }

  /** Whether both sides were shown. */
  public boolean isCovered() {
    return sides() == Sides.BOTH;
  }

  /** Its key and its values. */
  public SourceSpan span() {
    SourceSpan key = condition.key().span();
    return new SourceSpan(
        key.source(), key.pointer(), key.startOffset(), condition.values().span().endOffset());
  }

  /** For people: {@code Condition Bool aws:SecureTransport}. */
  public String title() {
    return "Condition "
        + condition.operator().value().text()
        + " "
        + condition.key().value().text();
  }
}
