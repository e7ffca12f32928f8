package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import java.util.Optional;

/** The way from a JSON value down to one inside it. */
public final class Descent {
  private Descent() {}

  /**
   * The value under a pointer.
   *
   * @param outer the value to begin with, which may itself stand inside a larger text
   * @param pointer counted from the root of that text
   */
  public static Optional<JsonValue> from(JsonValue outer, JsonPointer pointer) {
    ImmutableList<Step> steps = pointer.steps();
    int depth = outer.span().pointer().steps().size();
    if (steps.size() < depth) {
      return Optional.empty();
    }
    Optional<JsonValue> value = Optional.of(outer);
    for (Step step : steps.subList(depth, steps.size())) {
      value = value.flatMap(here -> into(here, step));
    }
    return value;
  }

  private static Optional<JsonValue> into(JsonValue outer, Step step) {
    if (step instanceof Step.Member member) {
      return outer instanceof JsonObject object ? object.get(member.name()) : Optional.empty();
    }
    int index = ((Step.Element) step).index();
    return outer instanceof JsonArray array && index < array.elements().size()
        ? Optional.of(array.elements().get(index))
        : Optional.empty();
  }
}
