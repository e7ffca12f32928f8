package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * Edits of the operator of a test. Only where it tests no other key, and the operator that comes in
 * its place does not stand in the condition already.
 */
final class OperatorEdit {
  private OperatorEdit() {}

  /** The same values under another operator. */
  static Optional<Fix> to(
      ConditionOperator.Known other, Fix.Kind kind, KeyUse use, Statement statement) {
    return isFree(other, use, statement)
        ? Optional.of(
            new Fix(
                kind,
                "write `" + other.text() + "`",
                ImmutableList.of(edit(use.operatorSpan(), other.text()))))
        : Optional.empty();
  }

  /** A test of whether the key is absent. */
  static Optional<Fix> toNull(boolean absent, Fix.Kind kind, KeyUse use, Statement statement) {
    ConditionOperator.Known isNull =
        new ConditionOperator.Known(BaseOperator.NULL, Quantifier.SINGLE, false);
    String value = Boolean.toString(absent);
    return isFree(isNull, use, statement)
        ? Optional.of(
            new Fix(
                kind,
                "write `Null` with `" + value + "`",
                ImmutableList.of(
                    edit(use.operatorSpan(), isNull.text()), edit(use.valuesSpan(), value))))
        : Optional.empty();
  }

  /** The same operator with or without set prefix and suffix. */
  static ConditionOperator.Known like(KeyUse use, Quantifier quantifier, boolean ifExists) {
    return new ConditionOperator.Known(use.base(), quantifier, ifExists);
  }

  private static Fix.Edit edit(SourceSpan span, String text) {
    return new Fix.Edit(span, "\"" + text + "\"");
  }

  private static boolean isFree(ConditionOperator.Known other, KeyUse use, Statement statement) {
    if (!(statement.condition().value() instanceof ConditionElement.Block block)
        || !use.operatorSpan().text().startsWith("\"")) {
      return false;
    }
    boolean alone =
        block.operators().stream()
            .filter(operator -> operator.name().span().covers(use.operatorSpan()))
            .allMatch(operator -> operator.conditions().size() == 1);
    return alone
        && block.operators().stream()
            .noneMatch(operator -> operator.name().value().text().equals(other.text()));
  }
}
