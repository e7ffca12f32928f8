package dev.postern.eval.scenario;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code expect}: a word, or an object. */
final class ExpectationFields {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of("decision", "decidedBy", "sid", "policy", "missingKeys", "unspecified");

  private final Fields fields;

  ExpectationFields(Fields fields) {
    this.fields = fields;
  }

  Expectation read(JsonValue value) {
    if (value instanceof JsonString word) {
      checkWord(word, word.text());
      return Expectation.of(word.text());
    }
    Optional<JsonObject> object = fields.object(value, "`expect`");
    if (object.isEmpty()) {
      return Expectation.NONE;
    }
    JsonObject expect = object.get();
    fields.refuseUnknown(expect, "`expect`", FIELDS);
    Optional<String> decision = fields.string(expect, "decision");
    decision.ifPresent(word -> checkWord(expect.get("decision").orElse(expect), word));
    return new Expectation(
        decision.orElse(null),
        fields.string(expect, "decidedBy").orElse(null),
        fields.string(expect, "sid").orElse(null),
        fields.string(expect, "policy").orElse(null),
        strings(expect, "missingKeys", Ascii::toLowerCase),
        strings(expect, "unspecified", UnaryOperator.identity()));
  }

  private void checkWord(JsonValue value, String word) {
    if (!Expectation.WORDS.contains(word)) {
      fields.add(
          ProblemCode.SCENARIO_VALUE,
          value.span(),
          "`" + word + "` is no decision",
          "expected `" + String.join("`, `", Expectation.WORDS) + "`");
    }
  }

  private @Nullable ImmutableSet<String> strings(
      JsonObject expect, String field, UnaryOperator<String> form) {
    if (expect.get(field).isEmpty()) {
      return null;
    }
    return fields.list(expect, field).stream()
        .flatMap(value -> fields.string(value, "an entry of `" + field + "`").stream())
        .map(form)
        .collect(ImmutableSet.toImmutableSet());
  }
}
