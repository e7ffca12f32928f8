package dev.postern.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one text into one value; for a single use. Jackson says which token comes next, a {@link
 * TokenCursor} says where it stands. Jackson alone decides what is JSON: a parser of our own would
 * be faster, and one more place to be wrong about hostile input.
 */
final class ValueParser {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              // Our own limits come first and know places; Jackson's must not get in their way.
              StreamReadConstraints.builder()
                  .maxNestingDepth(2_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          // A name of a policy stands for little, a table of all names ever met for a leak.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** No number of a policy is longer, and arithmetic on longer ones takes its time. */
  private static final int NUMBER_LENGTH = 1_000;

  private final SourceText source;
  private final ReadLimits limits;
  private final List<Problem> problems = new ArrayList<>();
  private final JsonParser parser;
  private final TokenCursor cursor;

  /** Elements and members of the arrays and objects that are open, the innermost on top. */
  private final List<JsonValue> elements = new ArrayList<>();

  private final List<Member> members = new ArrayList<>();
  private int values;

  ValueParser(SourceText source, ReadLimits limits) {
    this.source = source;
    this.limits = limits;
    this.cursor = new TokenCursor(source.text());
    try {
      // Characters, not bytes: all our offsets count characters.
      this.parser = FACTORY.createParser(new StringReader(source.text()));
    } catch (IOException e) {
      throw new AssertionError("a string reader does not fail", e);
    }
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
    try (parser) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        problems.add(SyntaxProblem.empty(source));
      } else {
        JsonValue value = value(first, JsonPointer.ROOT, 0);
        expectEnd();
        root = value;
      }
    } catch (Stop stop) {
      // The problem is on the list.
    } catch (IOException e) {
      boolean inObject = parser.getParsingContext().inObject();
      problems.add(SyntaxProblem.behind(source, cursor.position(), inObject));
    }
    ImmutableList<JsonValue> found = root == null ? ImmutableList.of() : ImmutableList.of(root);
    return new JsonReading(found, ImmutableList.copyOf(problems));
  }

  private void expectEnd() throws IOException {
    @Nullable JsonToken next;
    try {
      next = parser.nextToken();
    } catch (JsonParseException e) {
      next = JsonToken.NOT_AVAILABLE;
    }
    if (next != null) {
      problems.add(
          new Problem(
              ProblemCode.JSON_TRAILING_DATA,
              span(JsonPointer.ROOT, cursor.peek(), source.text().length()),
              "more text behind the end of the document",
              "one document is one JSON value"));
    }
  }

  private JsonValue value(JsonToken token, JsonPointer pointer, int depth) throws IOException {
    if (++values > limits.values()) {
      throw stop(
          ProblemCode.LIMIT_ELEMENTS,
          pointer,
          "more than " + limits.values() + " values",
          "a document may hold " + limits.values());
    }
    return switch (token) {
      case START_OBJECT -> object(pointer, depth + 1);
      case START_ARRAY -> array(pointer, depth + 1);
      case VALUE_STRING -> string(pointer);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(pointer);
      case VALUE_TRUE -> new JsonBoolean(true, word(pointer, "true"));
      case VALUE_FALSE -> new JsonBoolean(false, word(pointer, "false"));
      case VALUE_NULL -> new JsonNull(word(pointer, "null"));
      default -> throw new AssertionError("a value does not begin with " + token);
    };
  }

  private JsonValue number(JsonPointer pointer) throws IOException {
    String literal = parser.getText();
    checkLength("number", literal, NUMBER_LENGTH, pointer);
    return new JsonNumber(literal, word(pointer, literal));
  }

  private SourceSpan word(JsonPointer pointer, String literal) {
    int start = cursor.peek();
    cursor.pass(start, literal.length());
    return span(pointer, start, cursor.position());
  }

  private JsonValue string(JsonPointer pointer) throws IOException {
    String text = parser.getText();
    return new JsonString(text, quoted(text, pointer));
  }

  private SourceSpan quoted(String text, JsonPointer pointer) {
    checkLength("string", text, limits.stringLength(), pointer);
    int start = cursor.peek();
    cursor.passString(start, text.length());
    return span(pointer, start, cursor.position());
  }

  private int bracket() {
    int start = cursor.peek();
    cursor.pass(start, 1);
    return start;
  }

  private JsonArray array(JsonPointer pointer, int depth) throws IOException {
    checkDepth(pointer, depth);
    int start = bracket();
    int from = elements.size();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      JsonValue element = value(token, pointer.element(elements.size() - from), depth);
      elements.add(element);
      token = parser.nextToken();
    }
    bracket();
    return new JsonArray(takeFrom(elements, from), span(pointer, start, cursor.position()));
  }

  private JsonObject object(JsonPointer pointer, int depth) throws IOException {
    checkDepth(pointer, depth);
    int start = bracket();
    int from = members.size();
    NamesSeen names = new NamesSeen(members);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonPointer place = pointer.member(name);
      SourceSpan nameSpan = quoted(name, place);
      JsonValue value = value(parser.nextToken(), place, depth);
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
    bracket();
    return new JsonObject(takeFrom(members, from), span(pointer, start, cursor.position()));
  }

  /* The top of a stack as a list of its own: one array of the right length, and none that grows. */
  private static <T> ImmutableList<T> takeFrom(List<T> stack, int from) {
    List<T> top = stack.subList(from, stack.size());
    ImmutableList<T> taken = ImmutableList.copyOf(top);
    top.clear();
    return taken;
  }

  private SourceSpan span(JsonPointer pointer, int start, int end) {
    return new SourceSpan(source, pointer, start, Math.min(end, source.text().length()));
  }

  private void checkLength(String what, String text, int most, JsonPointer pointer) {
    if (text.length() > most) {
      throw stop(
          ProblemCode.LIMIT_STRING,
          pointer,
          "a " + what + " of " + text.length() + " characters",
          "at most " + most + " are read");
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
    int at = cursor.peek();
    problems.add(new Problem(code, span(pointer, at, at + 1), message, help));
    return new Stop();
  }
}
