package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of objects that are no policies, such as a scenario, and collects what is wrong
 * with them. For one text and one thread.
 */
public final class Fields {
  private final ProblemCode unknownField;
  private final ProblemCode missingField;
  private final ProblemCode wrongValue;
  private final List<Problem> problems = new ArrayList<>();

  private Fields(ProblemCode unknownField, ProblemCode missingField, ProblemCode wrongValue) {
    this.unknownField = unknownField;
    this.missingField = missingField;
    this.wrongValue = wrongValue;
  }

  /** Those of a scenario. */
  public static Fields ofScenario() {
    return new Fields(
        ProblemCode.SCENARIO_UNKNOWN_FIELD,
        ProblemCode.SCENARIO_MISSING_FIELD,
        ProblemCode.SCENARIO_VALUE);
  }

  /** Those of a configuration. */
  public static Fields ofConfiguration() {
    return new Fields(
        ProblemCode.CONFIGURATION_UNKNOWN_FIELD,
        ProblemCode.CONFIGURATION_MISSING_FIELD,
        ProblemCode.CONFIGURATION_VALUE);
  }

  /** Those of what IAM tells of an account. */
  public static Fields ofAccount() {
    return new Fields(
        ProblemCode.ACCOUNT_INCOMPLETE,
        ProblemCode.ACCOUNT_INCOMPLETE,
        ProblemCode.ACCOUNT_INCOMPLETE);
  }

  /** What is wrong, in the order in which it was found. */
  public ImmutableList<Problem> problems() {
    return ImmutableList.copyOf(problems);
  }

  /** Whether nothing is. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  /** Adds a problem. */
  public void add(ProblemCode code, SourceSpan span, String message, String help) {
    problems.add(new Problem(code, span, message, help));
  }

  /** Adds problems. */
  public void addAll(Iterable<Problem> others) {
    others.forEach(problems::add);
  }

  /** The object; anything else is a problem. */
  public Optional<JsonObject> object(JsonValue value, String what) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    wrongType(value, what, "an object");
    return Optional.empty();
  }

  /** The object in a field; anything else is a problem, nothing is none. */
  public Optional<JsonObject> object(JsonObject parent, String field) {
    return parent.get(field).flatMap(value -> object(value, "`" + field + "`"));
  }

  /** The text; anything else is a problem. */
  public Optional<String> string(JsonValue value, String what) {
    if (value instanceof JsonString string) {
      return Optional.of(string.text());
    }
    wrongType(value, what, "a string");
    return Optional.empty();
  }

  /** The text of a field; anything else is a problem, nothing is none. */
  public Optional<String> string(JsonObject parent, String field) {
    return parent.get(field).flatMap(value -> string(value, "`" + field + "`"));
  }

  /** The truth value of a field; anything else is a problem, nothing is none. */
  public Optional<Boolean> bool(JsonObject parent, String field) {
    Optional<JsonValue> value = parent.get(field);
    if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
      wrongType(value.get(), "`" + field + "`", "`true` or `false`");
    }
    return value.filter(JsonBoolean.class::isInstance).map(bool -> ((JsonBoolean) bool).value());
  }

  /** The entries of a field; anything but an array is a problem. */
  public ImmutableList<JsonValue> list(JsonObject parent, String field) {
    Optional<JsonValue> value = parent.get(field);
    if (value.isPresent() && !(value.get() instanceof JsonArray)) {
      wrongType(value.get(), "`" + field + "`", "an array");
    }
    return value
        .filter(JsonArray.class::isInstance)
        .map(array -> ((JsonArray) array).elements())
        .orElse(ImmutableList.of());
  }

  /** What a parser of ours makes of a text; its complaint becomes a problem at the field. */
  public <T> Optional<T> parsed(JsonObject parent, String field, Function<String, T> parser) {
    return string(parent, field)
        .flatMap(text -> parsed(parent.get(field).orElse(parent), text, parser));
  }

  /** What a parser of ours makes of a text; its complaint becomes a problem at the value. */
  public <T> Optional<T> parsed(JsonValue value, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      add(wrongValue, value.span(), String.valueOf(e.getMessage()), "");
      return Optional.empty();
    }
  }

  /** A field that has to be there. */
  public void require(JsonObject parent, String field, String what) {
    if (parent.get(field).isEmpty()) {
      add(missingField, parent.span(), what + " has no `" + field + "`", "it is required");
    }
  }

  /** Fields that do not exist are problems. */
  public void refuseUnknown(JsonObject object, String what, ImmutableSet<String> known) {
    for (Member member : object.members()) {
      if (!known.contains(member.name())) {
        add(
            unknownField,
            member.nameSpan(),
            "unknown field `" + member.name() + "` of " + what,
            NearestName.of(member.name(), known)
                .map(name -> "did you mean `" + name + "`?")
                .orElse("known are `" + String.join("`, `", known) + "`"));
      }
    }
  }

  /** A value of another type than expected. */
  public void wrongType(JsonValue value, String what, String expected) {
    add(wrongValue, value.span(), what + " is " + value.describe(), "expected " + expected);
  }

  /** A value of the right type that means nothing here. */
  public void wrongValue(JsonValue value, String message, String help) {
    add(wrongValue, value.span(), message, help);
  }
}
