package dev.postern.suite.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionElement.Operator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The {@code Condition} of a statement with one of its conditions changed. */
final class Conditions {
  private Conditions() {}

  /** Without one of them; an operator or element that is left empty goes with it. */
  static ConditionElement without(ConditionElement.Block block, Condition gone) {
    return each(block, condition -> isAt(gone, condition) ? Stream.empty() : Stream.of(condition));
  }

  /** With another in place of one. */
  static ConditionElement with(ConditionElement.Block block, Condition old, Condition other) {
    return each(block, condition -> Stream.of(isAt(old, condition) ? other : condition));
  }

  /* By its place: a lenient reader lets one key stand twice, in two spellings. */
  private static boolean isAt(Condition one, Condition other) {
    return one.key().span().covers(other.key().span());
  }

  private static ConditionElement each(
      ConditionElement.Block block, Function<Condition, Stream<Condition>> inPlace) {
    ImmutableList<Operator> operators =
        block.operators().stream()
            .map(
                operator ->
                    new Operator(
                        operator.name(),
                        operator.conditions().stream().flatMap(inPlace).collect(toImmutableList())))
            .filter(operator -> !operator.conditions().isEmpty())
            .collect(toImmutableList());
    return operators.isEmpty() ? ConditionElement.ABSENT : new ConditionElement.Block(operators);
  }

  /** The condition in a sentence. */
  static String title(Condition condition) {
    return "`" + condition.operator().value().text() + " " + condition.key().value().text() + "`";
  }
}
