package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNull;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one text into one value by the grammar of RFC 8259; for a single use.
 *
 * <p>A parser of our own, because a document is all places: Jackson tells them as an object for
 * each question, the end of a name only together with the colon behind it, and an error where it
 * happened to notice. The tests hold the two against each other.
 */
final class ValueParser {
  /** No number of a policy is longer, and arithmetic on longer ones takes its time. */
  private static final int NUMBER_LENGTH = 1_000;

  private final SourceText source;
  private final TextCursor cursor;
  private final ReadLimits limits;
  private final List<Problem> problems = new ArrayList<>();

  /** Elements and members of the arrays and objects that are open, the innermost on top. */
  private final List<JsonValue> elements = new ArrayList<>();

  private final List<Member> members = new ArrayList<>();
  private int values;

  ValueParser(SourceText source, ReadLimits limits) {
    this.source = source;
    this.cursor = new TextCursor(source.text());
    this.limits = limits;
  }

  /** Ends the reading of a text: there is no sensible way to go on. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stop() {
      super(null, null, false, false);
    }
  }

  JsonReading read() {
    @Nullable JsonValue root = null;
    try {
      cursor.skipSpace();
      if (cursor.atEnd()) {
        throw stop(SyntaxProblem.empty(source));
      }
      JsonValue value = value(JsonPointer.ROOT, 0);
      expectEnd();
      root = value;
    } catch (Stop stop) {
      // The problem is on the list.
    }
    ImmutableList<JsonValue> found = root == null ? ImmutableList.of() : ImmutableList.of(root);
    return new JsonReading(found, ImmutableList.copyOf(problems));
  }

  private void expectEnd() {
    int end = cursor.position();
    cursor.skipSpace();
    if (cursor.position() == end && !cursor.atEnd() && cursor.isInWord()) {
      throw stop(SyntaxProblem.behindValue(source, end, false));
    }
    if (!cursor.atEnd()) {
      problems.add(
          new Problem(
              ProblemCode.JSON_TRAILING_DATA,
              spanTo(JsonPointer.ROOT, cursor.position(), source.text().length()),
              "more text behind the end of the document",
              "one document is one JSON value"));
    }
  }

  private JsonValue value(JsonPointer pointer, int depth) {
    if (++values > limits.values()) {
      throw stop(
          ProblemCode.LIMIT_ELEMENTS,
          pointer,
          "more than " + limits.values() + " values",
          "a document may hold " + limits.values());
    }
    int start = cursor.position();
    return switch (cursor.here()) {
      case '{' -> object(pointer, depth + 1);
      case '[' -> array(pointer, depth + 1);
      case '"' -> new JsonString(string(pointer), span(pointer, start));
      case 't' -> new JsonBoolean(true, literal("true", pointer));
      case 'f' -> new JsonBoolean(false, literal("false", pointer));
      case 'n' -> new JsonNull(literal("null", pointer));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          new JsonNumber(number(pointer), span(pointer, start));
      default -> throw stop(SyntaxProblem.value(source, start));
    };
  }

  private SourceSpan literal(String literal, JsonPointer pointer) {
    int start = cursor.position();
    if (!cursor.take(literal)) {
      throw stop(SyntaxProblem.value(source, start));
    }
    return span(pointer, start);
  }

  private String number(JsonPointer pointer) {
    int start = cursor.position();
    if (!cursor.takeNumber()) {
      throw stop(SyntaxProblem.value(source, start));
    }
    String text = cursor.from(start);
    checkLength("number", text, NUMBER_LENGTH, pointer, start);
    return text;
  }

  private String string(JsonPointer pointer) {
    int start = cursor.position();
    @Nullable String text = cursor.takeString();
    if (text == null) {
      throw stop(SyntaxProblem.string(source, start));
    }
    checkLength("string", text, limits.stringLength(), pointer, start);
    return text;
  }

  private JsonArray array(JsonPointer pointer, int depth) {
    checkDepth(pointer, depth);
    int start = cursor.position();
    int from = elements.size();
    boolean more = !cursor.skipIfClosed(']');
    while (more) {
      JsonValue element = value(pointer.element(elements.size() - from), depth);
      elements.add(element);
      more = separator(']', false);
    }
    return new JsonArray(takeFrom(elements, from), span(pointer, start));
  }

  private JsonObject object(JsonPointer pointer, int depth) {
    checkDepth(pointer, depth);
    int start = cursor.position();
    int from = members.size();
    NamesSeen names = new NamesSeen(members);
    boolean more = !cursor.skipIfClosed('}');
    while (more) {
      member(pointer, names, depth);
      more = separator('}', true);
    }
    return new JsonObject(takeFrom(members, from), span(pointer, start));
  }

  private void member(JsonPointer pointer, NamesSeen names, int depth) {
    int start = cursor.position();
    if (cursor.here() != '"') {
      throw stop(SyntaxProblem.name(source, start));
    }
    String name = string(pointer);
    JsonPointer place = pointer.member(name);
    SourceSpan nameSpan = span(place, start);
    cursor.skipSpace();
    if (cursor.here() != ':') {
      throw stop(SyntaxProblem.colon(source, cursor.position()));
    }
    cursor.skip();
    JsonValue value = value(place, depth);
    if (names.isNew(name)) {
      members.add(new Member(name, nameSpan, value));
    } else {
      problems.add(
          new Problem(
              ProblemCode.JSON_DUPLICATE_KEY,
              nameSpan,
              "`" + name + "` stands twice in one object",
              "readers keep one of the two and lose the other"));
    }
  }

  /* Behind a value: true behind a comma, false behind the closing bracket. */
  private boolean separator(char close, boolean inObject) {
    int end = cursor.position();
    cursor.skipSpace();
    char c = cursor.here();
    if (c == close) {
      cursor.pass();
      return false;
    }
    if (c != ',') {
      throw stop(SyntaxProblem.behindValue(source, end, inObject));
    }
    int comma = cursor.position();
    cursor.skip();
    if (cursor.here() == close) {
      throw stop(SyntaxProblem.trailingComma(source, comma));
    }
    return true;
  }

  /* The top of a stack as a list of its own: one array of the right length, and none that grows. */
  private static <T> ImmutableList<T> takeFrom(List<T> stack, int from) {
    List<T> top = stack.subList(from, stack.size());
    ImmutableList<T> taken = ImmutableList.copyOf(top);
    top.clear();
    return taken;
  }

  private SourceSpan span(JsonPointer pointer, int start) {
    return spanTo(pointer, start, cursor.position());
  }

  private SourceSpan spanTo(JsonPointer pointer, int start, int end) {
    return new SourceSpan(source, pointer, start, end);
  }

  private void checkLength(String what, String text, int most, JsonPointer pointer, int start) {
    if (text.length() > most) {
      problems.add(
          new Problem(
              ProblemCode.LIMIT_STRING,
              spanTo(pointer, start, start + 1),
              "a " + what + " of " + text.length() + " characters",
              "at most " + most + " are read"));
      throw new Stop();
    }
  }

  private void checkDepth(JsonPointer pointer, int depth) {
    if (depth > limits.depth()) {
      throw stop(
          ProblemCode.LIMIT_DEPTH,
          pointer,
          "objects and arrays nest deeper than " + limits.depth(),
          "no policy nests deeper than six");
    }
  }

  private Stop stop(ProblemCode code, JsonPointer pointer, String message, String help) {
    int at = cursor.position();
    return stop(new Problem(code, spanTo(pointer, at, at + 1), message, help));
  }

  private Stop stop(Problem problem) {
    problems.add(problem);
    return new Stop();
  }
}
