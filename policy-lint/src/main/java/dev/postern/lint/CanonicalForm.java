package dev.postern.lint;

import com.google.common.base.Ascii;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a statement says, as a text that does not depend on how it is written: members sorted, lists
 * as sets, a single value as a list of one, actions and condition keys in lower case, no Sid.
 */
final class CanonicalForm {
  private static final UnaryOperator<String> SAME = UnaryOperator.identity();
  private static final UnaryOperator<String> FOLDED = Ascii::toLowerCase;

  private CanonicalForm() {}

  static String ofStatement(JsonObject statement) {
    TreeMap<String, String> members = new TreeMap<>();
    for (Member member : statement.members()) {
      switch (member.name()) {
        case "Sid" -> {}
        case "Action", "NotAction" -> members.put(member.name(), of(member.value(), SAME, FOLDED));
        case "Condition" -> members.put(member.name(), ofCondition(member.value()));
        default -> members.put(member.name(), of(member.value(), SAME, SAME));
      }
    }
    return text(members);
  }

  private static String ofCondition(JsonValue condition) {
    if (!(condition instanceof JsonObject operators)) {
      return of(condition, SAME, SAME);
    }
    TreeMap<String, String> members = new TreeMap<>();
    for (Member operator : operators.members()) {
      members.put(operator.name(), of(operator.value(), FOLDED, SAME));
    }
    return text(members);
  }

  private static String of(
      JsonValue value, UnaryOperator<String> foldName, UnaryOperator<String> foldText) {
    if (value instanceof JsonObject object) {
      TreeMap<String, String> members = new TreeMap<>();
      for (Member member : object.members()) {
        members.put(foldName.apply(member.name()), of(member.value(), foldName, foldText));
      }
      return text(members);
    }
    TreeSet<String> elements = new TreeSet<>();
    if (value instanceof JsonArray array) {
      array.elements().forEach(element -> elements.add(of(element, foldName, foldText)));
    } else {
      elements.add(quoted(foldText.apply(ofScalar(value))));
    }
    // A list of one says the same as its element; so do nested ones, which IAM refuses anyway.
    return elements.size() == 1 ? elements.first() : text(elements);
  }

  /**
   * A string, number or boolean by its text: IAM compares {@code true} and {@code "true"} alike.
   */
  static String ofScalar(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.text();
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    return value instanceof JsonBoolean bool ? Boolean.toString(bool.value()) : "null";
  }

  private static String text(SortedMap<String, String> members) {
    StringBuilder text = new StringBuilder("{");
    members.forEach((name, value) -> text.append(quoted(name)).append(':').append(value));
    return text.append('}').toString();
  }

  private static String text(Collection<String> elements) {
    return "[" + String.join(",", elements) + "]";
  }

  private static String quoted(String text) {
    return text.length() + "\"" + text + "\"";
  }
}
