package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.ConditionOperator;
import dev.postern.model.Glob;
import java.util.Optional;

/** A test of which configuration speaks, against those that policies make. */
record ExpectedTest(Expectations.Test expected) {

  /** Whether a test of a policy is this one. */
  boolean isMadeBy(KeyUse use) {
    return (expected.operator().isEmpty()
            || Ascii.equalsIgnoreCase(expected.operator(), use.operator().text()))
        && takes(use);
  }

  /** Whether a test of a Deny holds wherever this one fails: what is left over passes it. */
  boolean isTurnedRoundBy(KeyUse use) {
    return (use.domain() == Domain.PRESENCE || use.domain() == Domain.BOOL)
        ? isOpposedBy(use)
        : use.isNegated() && use.holdsOnAbsentKey() && isNegatedBy(use.base()) && takes(use);
  }

  private boolean isOpposedBy(KeyUse use) {
    boolean coversAbsence = use.domain() == Domain.PRESENCE || use.holdsOnAbsentKey();
    return coversAbsence
        && use.key().equals(expected.key())
        && base().map(use.base()::equals).orElse(expected.operator().isEmpty())
        && use.texts().size() == 1
        && expected.values().stream()
            .anyMatch(value -> value.matches(opposite(use.texts().get(0))));
  }

  private boolean isNegatedBy(BaseOperator negated) {
    return base()
        .map(positive -> negated.text().replace("Not", "").equals(positive.text()))
        .orElse(expected.operator().isEmpty());
  }

  private Optional<BaseOperator> base() {
    return ConditionOperator.named(expected.operator())
        .filter(ConditionOperator.Known.class::isInstance)
        .map(known -> ((ConditionOperator.Known) known).base());
  }

  private boolean takes(KeyUse use) {
    return use.key().equals(expected.key())
        && (expected.values().isEmpty() || use.texts().stream().allMatch(this::takes));
  }

  private boolean takes(String text) {
    Glob value = Glob.of(text);
    return expected.values().stream().anyMatch(glob -> glob.covers(value));
  }

  private static String opposite(String text) {
    return Ascii.equalsIgnoreCase(text, "true") ? "false" : "true";
  }
}
