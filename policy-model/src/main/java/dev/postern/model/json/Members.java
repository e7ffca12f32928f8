package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;
import java.util.function.Consumer;

/** What all parts of the grammar share: known names, strings, and lists that may be one string. */
final class Members {
  static final String APPLIES_TO_NOTHING = "the statement applies to nothing";
  static final String COMPLEMENT = "the complement of nothing is everything";

  private final Problems problems;

  Members(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reports every member that is not among {@code known}, with the name that was meant.
   *
   * @return the names that were meant: they are misspelled, not missing
   */
  ImmutableSet<String> refuseUnknown(JsonObject object, String where, ImmutableSet<String> known) {
    ImmutableSet.Builder<String> misspelled = ImmutableSet.builder();
    for (Member member : object.members()) {
      if (!known.contains(member.name())) {
        Optional<String> meant = NearestName.of(member.name(), known);
        meant.ifPresent(misspelled::add);
        boolean caseOnly = meant.filter(name -> sameLetters(name, member.name())).isPresent();
        problems.add(
            caseOnly ? ProblemCode.ELEMENT_WRONG_CASE : ProblemCode.ELEMENT_UNKNOWN,
            member.nameSpan(),
            "unknown " + where + " element `" + member.name() + "`",
            meant.map(name -> "did you mean `" + name + "`?").orElse("known are " + quoted(known)));
      }
    }
    return misspelled.build();
  }

  private static boolean sameLetters(String known, String written) {
    return written.equalsIgnoreCase(known) || written.equalsIgnoreCase(known + "s");
  }

  static String quoted(Iterable<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.length() == 0 ? "`" : ", `").append(name).append('`');
    }
    return text.toString();
  }

  /** The text of a string; anything else is a problem. */
  Optional<String> string(JsonValue value, String element) {
    if (value instanceof JsonString string) {
      return Optional.of(string.text());
    }
    wrongType(value, "`" + element + "`", "a string");
    return Optional.empty();
  }

  /** Hands over the strings of a list, or a string that stands for a list of one. */
  void eachString(JsonValue value, String element, Consumer<JsonString> consumer) {
    if (value instanceof JsonString string) {
      consumer.accept(string);
    } else if (!(value instanceof JsonArray array)) {
      wrongType(value, "`" + element + "`", "a string or a list of strings");
    } else {
      for (JsonValue entry : array.elements()) {
        if (entry instanceof JsonString string) {
          consumer.accept(string);
        } else {
          wrongType(entry, "an entry of `" + element + "`", "a string");
        }
      }
    }
  }

  /** A list with room for the elements of an array, or for the value itself. */
  static <T> ImmutableList.Builder<T> listFor(JsonValue value) {
    return ImmutableList.builderWithExpectedSize(
        value instanceof JsonArray array ? array.elements().size() : 1);
  }

  /** The elements of an array, or the value itself. */
  static void eachOf(JsonValue value, Consumer<JsonValue> consumer) {
    if (value instanceof JsonArray array) {
      array.elements().forEach(consumer);
    } else {
      consumer.accept(value);
    }
  }

  /** Notes an array without elements. */
  void noteEmpty(JsonValue value, ProblemCode code, String element, String consequence) {
    if (value instanceof JsonArray array && array.elements().isEmpty()) {
      problems.add(code, value.span(), "`" + element + "` is an empty list", consequence);
    }
  }

  /** Reports an element and its {@code Not…} twin in one statement, at the twin. */
  void conflict(JsonValue twin, String element) {
    problems.add(
        ProblemCode.ELEMENT_CONFLICT,
        twin.span(),
        "`" + element + "` and `Not" + element + "` in one statement",
        "keep one of the two");
  }

  void wrongType(JsonValue value, String what, String expected) {
    problems.add(
        ProblemCode.ELEMENT_TYPE,
        value.span(),
        what + " is " + value.describe(),
        "expected " + expected);
  }
}
