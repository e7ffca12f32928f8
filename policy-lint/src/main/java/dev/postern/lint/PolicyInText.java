package dev.postern.lint;

import dev.postern.lint.rule.Descent;
import dev.postern.model.PolicyDocument;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import java.util.Optional;

/** Finds the JSON that a document was read from: a whole text, or a part of one. */
final class PolicyInText {
  private PolicyInText() {}

  static Optional<JsonValue> of(PolicyDocument document) {
    JsonPointer policy = outer(document.statements().span().pointer());
    return JsonReader.within(ReadLimits.SCENARIOS)
        .read(document.source())
        .value()
        .flatMap(text -> Descent.from(text, policy))
        .filter(JsonObject.class::isInstance);
  }

  private static JsonPointer outer(JsonPointer pointer) {
    JsonPointer outer = JsonPointer.ROOT;
    for (Step step : pointer.steps().subList(0, Math.max(0, pointer.steps().size() - 1))) {
      outer =
          step instanceof Step.Member member
              ? outer.member(member.name())
              : outer.element(((Step.Element) step).index());
    }
    return outer;
  }
}
