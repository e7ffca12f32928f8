package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.ConditionElement.Block;
import dev.postern.model.ConditionElement.Operator;
import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** Another name for the key or the operator of a test, where nothing else is named so or by it. */
final class NameEdit {
  private NameEdit() {}

  /** Tests another key. Nothing if the operator tests that key already. */
  static Optional<Fix> key(Fix.Kind kind, KeyUse use, Statement statement, String name) {
    ConditionKey other = new ConditionKey(name);
    return block(use, statement)
        .filter(operator -> operator.conditions().stream().noneMatch(test -> tests(test, other)))
        .flatMap(operator -> rename(kind, use.keySpan(), use.key().text(), name));
  }

  private static boolean tests(Condition condition, ConditionKey key) {
    return condition.key().value().equals(key);
  }

  /**
   * Compares otherwise. Nothing if the operator has more keys, or the other one keys of its own.
   */
  static Optional<Fix> operator(Fix.Kind kind, KeyUse use, Statement statement, String name) {
    return block(use, statement)
        .filter(operator -> operator.conditions().size() == 1 && !has(statement, name))
        .flatMap(operator -> rename(kind, use.operatorSpan(), use.operator().text(), name));
  }

  private static Optional<Operator> block(KeyUse use, Statement statement) {
    return statement.condition().value() instanceof Block block
        ? block.operators().stream()
            .filter(operator -> operator.name().span().covers(use.operatorSpan()))
            .findFirst()
        : Optional.empty();
  }

  private static boolean has(Statement statement, String name) {
    return statement.condition().value() instanceof Block block
        && block.operators().stream()
            .anyMatch(operator -> operator.name().value().text().equals(name));
  }

  private static Optional<Fix> rename(Fix.Kind kind, SourceSpan span, String from, String to) {
    return span.text().equals('"' + from + '"')
        ? Optional.of(
            kind == Fix.Kind.AUTO
                ? Fix.auto("write `" + to + "`", span, '"' + to + '"')
                : Fix.offer("write `" + to + "`", span, '"' + to + '"'))
        : Optional.empty();
  }
}
