package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the members of an API's shapes, within their limits, and collects what is wrong. */
final class ShapeReader {
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * Something wrong with the input.
   *
   * @param problem what and where
   * @param within the string that holds the text in which it stands; empty if that is the input
   */
  record Complaint(Problem problem, ImmutableList<SourceSpan> within) {
    private int offset() {
      return (within.isEmpty() ? problem.span() : within.get(0)).startOffset();
    }

    /** Several lines, each ended by a line feed. */
    String render() {
      StringBuilder text = new StringBuilder(problem.render());
      within.forEach(
          string ->
              text.append("  ")
                  .append(problem.span().source().name())
                  .append(" is the string at ")
                  .append(string)
                  .append('\n'));
      return text.toString();
    }
  }

  boolean isSound() {
    return complaints.isEmpty();
  }

  /** What is wrong, in the order of the input. */
  ImmutableList<Complaint> complaints() {
    return ImmutableList.sortedCopyOf(Comparator.comparingInt(Complaint::offset), complaints);
  }

  void refuse(ProblemCode code, SourceSpan span, String message, String help) {
    complaints.add(new Complaint(new Problem(code, span, message, help), ImmutableList.of()));
  }

  void refuse(Problem problem) {
    complaints.add(new Complaint(problem, ImmutableList.of()));
  }

  /** Something wrong in the text that a string holds. */
  void refuseWithin(JsonString string, Problem problem) {
    complaints.add(new Complaint(problem, ImmutableList.of(string.span())));
  }

  Optional<JsonObject> object(JsonValue value, String what, ImmutableSet<String> members) {
    if (!(value instanceof JsonObject object)) {
      wrongType(value, what, "an object");
      return Optional.empty();
    }
    for (Member member : object.members()) {
      if (!members.contains(member.name())) {
        refuse(
            ProblemCode.SCENARIO_UNKNOWN_FIELD,
            member.nameSpan(),
            "unknown member `" + member.name() + "` of " + what,
            NearestName.of(member.name(), members)
                .map(name -> "did you mean `" + name + "`?")
                .orElse("known are `" + String.join("`, `", members) + "`"));
      }
    }
    return Optional.of(object);
  }

  void require(JsonObject object, String name) {
    if (object.get(name).isEmpty()) {
      refuse(
          ProblemCode.SCENARIO_MISSING_FIELD,
          object.span(),
          "there is no `" + name + "`",
          "it is required");
    }
  }

  ImmutableList<JsonValue> list(JsonObject object, String name) {
    Optional<JsonValue> value = object.get(name);
    if (value.isPresent() && !(value.get() instanceof JsonArray)) {
      wrongType(value.get(), "`" + name + "`", "an array");
    }
    return value
        .filter(JsonArray.class::isInstance)
        .map(array -> ((JsonArray) array).elements())
        .orElse(ImmutableList.of());
  }

  ImmutableList<JsonString> strings(JsonObject object, String name, int least, int most) {
    return list(object, name).stream()
        .flatMap(value -> string(value, "an entry of `" + name + "`", least, most).stream())
        .collect(ImmutableList.toImmutableList());
  }

  Optional<JsonString> string(JsonObject object, String name, int least, int most) {
    return object.get(name).flatMap(value -> string(value, "`" + name + "`", least, most));
  }

  private Optional<JsonString> string(JsonValue value, String what, int least, int most) {
    if (!(value instanceof JsonString string)) {
      wrongType(value, what, "a string");
      return Optional.empty();
    }
    int length = string.text().length();
    if (length < least || length > most) {
      refuse(
          ProblemCode.SCENARIO_VALUE,
          value.span(),
          what + (length == 0 ? " is empty" : " has " + length + " characters"),
          "expected " + least + " to " + most + " characters");
      return Optional.empty();
    }
    return Optional.of(string);
  }

  Optional<Integer> number(JsonObject object, String name, int least, int most) {
    Optional<JsonValue> value = object.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Integer number =
        value.get() instanceof JsonNumber literal ? Ints.tryParse(literal.literal()) : null;
    if (number == null || number < least || number > most) {
      refuse(
          ProblemCode.SCENARIO_VALUE,
          value.get().span(),
          "`" + name + "` is `" + value.get().span().text() + "`",
          "expected a whole number from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** What a parser of ours makes of a string; its complaint becomes one about the string. */
  <T> Optional<T> parsed(JsonString string, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(string.text()));
    } catch (IllegalArgumentException e) {
      refuse(ProblemCode.SCENARIO_VALUE, string.span(), String.valueOf(e.getMessage()), "");
      return Optional.empty();
    }
  }

  private void wrongType(JsonValue value, String what, String expected) {
    refuse(
        ProblemCode.SCENARIO_VALUE,
        value.span(),
        what + " is " + value.describe(),
        "expected " + expected);
  }
}
