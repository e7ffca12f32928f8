package dev.postern.model.json;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;

/** Says in an author's words why a text is not JSON. */
final class SyntaxProblem {
  private static final ImmutableSet<String> LITERALS = ImmutableSet.of("true", "false", "null");

  private final SourceText source;
  private final String text;

  private SyntaxProblem(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** A text with nothing in it. */
  static Problem empty(SourceText source) {
    return new SyntaxProblem(source)
        .at(0, 0, "the text is empty", "expected a policy: `{\"Statement\": …}`");
  }

  /** No value where one has to begin. */
  static Problem value(SourceText source, int at) {
    return new SyntaxProblem(source).token(at, "expected a value");
  }

  /** No quoted name where one has to begin. */
  static Problem name(SourceText source, int at) {
    return new SyntaxProblem(source).token(at, "expected a name in double quotes");
  }

  /** No colon behind a name. */
  static Problem colon(SourceText source, int at) {
    SyntaxProblem problem = new SyntaxProblem(source);
    return problem.isEnd(at)
        ? problem.unfinished()
        : problem.at(at, at + 1, "a name without a colon behind it", "write `\"name\": value`");
  }

  /** A comma before a closing brace or bracket. */
  static Problem trailingComma(SourceText source, int comma) {
    return new SyntaxProblem(source)
        .at(
            comma,
            comma + 1,
            "a trailing comma",
            "no comma stands before a closing brace or bracket");
  }

  /**
   * Neither a comma nor the closing bracket behind a value.
   *
   * @param end the place behind the value
   * @param inObject whether a brace is open, not a bracket
   */
  static Problem behindValue(SourceText source, int end, boolean inObject) {
    return new SyntaxProblem(source).behindValue(end, inObject);
  }

  private Problem behindValue(int end, boolean inObject) {
    if (isWord(end - 1) && (isWord(end) || startsWithOneOf(end, "+-."))) {
      return word(startOfWord(end));
    }
    int at = end;
    while (startsWithOneOf(at, " \t\r\n")) {
      at++;
    }
    if (startsWithOneOf(at, "\"{[-0123456789")) {
      return at(at, at + 1, "a comma is missing before this", "two values are separated by one");
    }
    return token(
        at,
        inObject
            ? "an object is open here, it ends with `}`"
            : "an array is open here, it ends with `]`");
  }

  private Problem token(int at, String expected) {
    if (isEnd(at)) {
      return unfinished();
    }
    if (at == 0 && text.startsWith("\uFEFF")) {
      return at(0, 1, "a byte order mark before the document", "save without one");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '/', '#' -> at(at, at + 1, "a comment", "JSON has no comments");
      case '\'' -> at(at, at + 1, "a single quote", "JSON strings stand in double quotes");
      case '\u201C', '\u201D', '\u201E', '\u2018', '\u2019' ->
          at(at, at + 1, "a typographic quote", "JSON strings stand in plain double quotes");
      case '{', '}', '[', ']', ',', ':' -> at(at, at + 1, "unexpected `" + c + "`", expected);
      default -> word(at);
    };
  }

  /** A string that does not end, or holds what no string may hold. */
  static Problem string(SourceText source, int start) {
    return new SyntaxProblem(source).string(start);
  }

  private Problem string(int start) {
    int at = start + 1;
    while (!isEnd(at)) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        return at(
            start,
            at,
            "a string that does not end on its line",
            "a quote is missing, or the line break is to be written as `\\n`");
      }
      if (c < ' ') {
        String escape = c == '\t' ? "\\t" : String.format("\\u%04X", (int) c);
        return at(at, at + 1, "the control character " + number(c), "write `" + escape + "`");
      }
      if (c == '\\' && !isEscape(at)) {
        return at(
            at,
            Math.min(at + 2, text.length()),
            "a backslash that begins no escape",
            "a literal backslash is written `\\\\`");
      }
      at += c == '\\' ? 2 : 1;
    }
    return unfinished();
  }

  private boolean isEscape(int at) {
    if (startsWithOneOf(at + 1, "\"\\/bfnrt")) {
      return true;
    }
    if (!text.startsWith("u", at + 1) || at + 6 > text.length()) {
      return false;
    }
    return text.substring(at + 2, at + 6)
        .chars()
        .allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private Problem word(int at) {
    int end = at;
    while (isWord(end) || startsWithOneOf(end, "+-.")) {
      end++;
    }
    char c = text.charAt(at);
    if (end == at) {
      boolean visible = c > ' ' && c < 0x7F;
      return visible
          ? at(at, at + 1, "unexpected `" + c + "`", "this is not JSON")
          : at(at, at + 1, "the character " + number(c), "delete it");
    }
    String word = text.substring(at, Math.min(end, at + 40));
    if (word.equals("NaN") || word.endsWith("Infinity")) {
      return at(at, end, "`" + word + "` is no JSON number", "numbers are finite");
    }
    if (isNumeric(word)) {
      return at(
          at, end, "`" + word + "` is no JSON number", "put it in quotes, or write it as `12.5`");
    }
    if (LITERALS.contains(Ascii.toLowerCase(word))) {
      return at(at, end, "`" + word + "` is no JSON literal", "write them in lower case: `true`");
    }
    int next = end;
    while (startsWithOneOf(next, " \t\r\n")) {
      next++;
    }
    return at(
        at,
        end,
        "`" + word + "` without quotes",
        startsWithOneOf(next, ":")
            ? "names stand in double quotes"
            : "strings stand in double quotes");
  }

  private static boolean isNumeric(String word) {
    char c = word.charAt(0);
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  }

  private Problem unfinished() {
    return at(
        text.length(),
        text.length(),
        "the text ends in the middle of the document",
        "a closing quote, brace or bracket is missing");
  }

  private static String number(char c) {
    return String.format("U+%04X", (int) c);
  }

  private boolean isEnd(int at) {
    return at >= text.length();
  }

  private boolean isWord(int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }

  private int startOfWord(int at) {
    int start = at;
    while (isWord(start - 1) || startsWithOneOf(start - 1, "+-.")) {
      start--;
    }
    return start;
  }

  private boolean startsWithOneOf(int at, String characters) {
    return at >= 0 && at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  private Problem at(int start, int end, String message, String help) {
    return new Problem(
        ProblemCode.JSON_SYNTAX,
        new SourceSpan(source, JsonPointer.ROOT, start, end),
        message,
        help);
  }
}
