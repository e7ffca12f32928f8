package dev.postern.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads strict JSON (RFC 8259) into values that know their places. Finds repeated names, which JSON
 * readers commonly let pass, and keeps within {@link ReadLimits}. Thread-safe.
 */
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              // Our own limits come first and know places; Jackson's must not get in their way.
              StreamReadConstraints.builder()
                  .maxNestingDepth(2_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          // A name of a policy stands for little, a table of all names ever met for a leak.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final ReadLimits limits;

  private JsonReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** A reader that keeps within the given limits. */
  public static JsonReader within(ReadLimits limits) {
    return new JsonReader(limits);
  }

  /** Reads the whole text as one value. Never throws for what the text holds. */
  public JsonReading read(SourceText source) {
    if (source.text().length() > limits.characters()) {
      Problem problem =
          new Problem(
              ProblemCode.LIMIT_SIZE,
              new SourceSpan(source, JsonPointer.ROOT, 0, 0),
              "the text has " + source.text().length() + " characters",
              "at most " + limits.characters() + " are read");
      return new JsonReading(ImmutableList.of(), ImmutableList.of(problem));
    }
    return new Run(source, limits).read();
  }

  /** Ends the reading of a text: there is no sensible way to go on. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stop() {
      super(null, null, false, false);
    }
  }

  private static final class Run {
    private final SourceText source;
    private final ReadLimits limits;
    private final List<Problem> problems = new ArrayList<>();
    private final JsonParser parser;
    private int values;

    private Run(SourceText source, ReadLimits limits) {
      this.source = source;
      this.limits = limits;
      try {
        // A Reader, not the bytes: given UTF-8 bytes, Jackson counts columns in bytes.
        this.parser = FACTORY.createParser(new StringReader(source.text()));
      } catch (IOException e) {
        throw new AssertionError("a string reader does not fail", e);
      }
    }

    private JsonReading read() {
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
      } catch (StreamConstraintsException e) {
        problems.add(
            new Problem(
                ProblemCode.LIMIT_STRING,
                here(e.getLocation()),
                "a number or name that is too long",
                "numbers have at most 1000 digits"));
      } catch (IOException e) {
        problems.add(SyntaxProblem.at(source, offset(e)));
      }
      ImmutableList<JsonValue> found = root == null ? ImmutableList.of() : ImmutableList.of(root);
      return new JsonReading(found, ImmutableList.copyOf(problems));
    }

    /* Where the reader was when it gave up; Jackson's exceptions may lack a place. */
    private int offset(IOException e) {
      JsonLocation location =
          e instanceof com.fasterxml.jackson.core.JsonProcessingException syntax
              ? syntax.getLocation()
              : null;
      return location == null ? source.text().length() : clamp(location.getCharOffset());
    }

    private int clamp(long offset) {
      return (int) Math.max(0, Math.min(offset, source.text().length()));
    }

    private SourceSpan here(@Nullable JsonLocation location) {
      int offset = location == null ? 0 : clamp(location.getCharOffset());
      return new SourceSpan(source, JsonPointer.ROOT, offset, offset);
    }

    private void expectEnd() throws IOException {
      int end = clamp(parser.currentLocation().getCharOffset());
      @Nullable JsonToken next;
      try {
        next = parser.nextToken();
      } catch (com.fasterxml.jackson.core.JsonParseException e) {
        next = JsonToken.NOT_AVAILABLE;
      }
      if (next != null) {
        String text = source.text();
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        problems.add(
            new Problem(
                ProblemCode.JSON_TRAILING_DATA,
                new SourceSpan(source, JsonPointer.ROOT, end, text.length()),
                "more text behind the end of the document",
                "one document is one JSON value"));
      }
    }

    private int tokenStart() {
      return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int tokenEnd() {
      return (int) parser.currentLocation().getCharOffset();
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
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          int start = tokenStart();
          String literal = parser.getText();
          yield new JsonNumber(literal, span(pointer, start, start + literal.length()));
        }
        case VALUE_TRUE -> new JsonBoolean(true, span(pointer, tokenStart(), tokenEnd()));
        case VALUE_FALSE -> new JsonBoolean(false, span(pointer, tokenStart(), tokenEnd()));
        case VALUE_NULL -> new JsonNull(span(pointer, tokenStart(), tokenEnd()));
        default -> throw new AssertionError("a value does not begin with " + token);
      };
    }

    private JsonValue string(JsonPointer pointer) throws IOException {
      int start = tokenStart();
      String text = parser.getText();
      checkLength(text, pointer);
      // Asked after getText: only then has Jackson read to the closing quote.
      return new JsonString(text, span(pointer, start, tokenEnd()));
    }

    private JsonArray array(JsonPointer pointer, int depth) throws IOException {
      checkDepth(pointer, depth);
      int start = tokenStart();
      ImmutableList.Builder<JsonValue> elements = ImmutableList.builder();
      int index = 0;
      JsonToken token = parser.nextToken();
      while (token != JsonToken.END_ARRAY) {
        elements.add(value(token, pointer.element(index++), depth));
        token = parser.nextToken();
      }
      return new JsonArray(elements.build(), span(pointer, start, tokenEnd()));
    }

    private JsonObject object(JsonPointer pointer, int depth) throws IOException {
      checkDepth(pointer, depth);
      int start = tokenStart();
      ImmutableList.Builder<Member> members = ImmutableList.builder();
      Set<String> names = new HashSet<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonPointer place = pointer.member(name);
        SourceSpan nameSpan = span(place, tokenStart(), tokenEnd());
        checkLength(name, place);
        JsonValue value = value(parser.nextToken(), place, depth);
        if (names.add(name)) {
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
      return new JsonObject(members.build(), span(pointer, start, tokenEnd()));
    }

    private SourceSpan span(JsonPointer pointer, int start, int end) {
      return new SourceSpan(source, pointer, start, end);
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

    private void checkLength(String text, JsonPointer pointer) {
      if (text.length() > limits.stringLength()) {
        throw stop(
            ProblemCode.LIMIT_STRING,
            pointer,
            "a string of " + text.length() + " characters",
            "at most " + limits.stringLength() + " are read");
      }
    }

    private Stop stop(ProblemCode code, JsonPointer pointer, String message, String help) {
      int at = tokenStart();
      problems.add(new Problem(code, span(pointer, at, at + 1), message, help));
      return new Stop();
    }
  }
}
