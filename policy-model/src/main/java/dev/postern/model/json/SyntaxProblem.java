package dev.postern.model.json;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;

/**
 * Says in an author's words why a text is not JSON. Looks at the text itself, from the last sound
 * token on; what a parser reports is where it noticed, in its own words.
 */
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

  /**
   * A text that is sound up to {@code position}, and then is not.
   *
   * @param position the place behind the last sound token
   * @param inObject whether that place is in an object, not in an array or outside
   */
  static Problem behind(SourceText source, int position, boolean inObject) {
    return new SyntaxProblem(source).behind(position, inObject);
  }

  private Problem behind(int position, boolean inObject) {
    if (text.startsWith("\uFEFF")) {
      return at(0, 1, "a byte order mark before the document", "save without one");
    }
    int next = skipSpace(position);
    boolean separated = startsWithOneOf(next, ",:");
    int at = separated ? skipSpace(next + 1) : next;
    if (at >= text.length()) {
      return unfinished();
    }
    if (startsWithOneOf(at, "}]") && separated && text.charAt(next) == ',') {
      return at(
          next, next + 1, "a trailing comma", "no comma stands before a closing brace or bracket");
    }
    if (isWord(position - 1) && (isWord(position) || startsWithOneOf(position, "+-."))) {
      return word(startOfWord(position));
    }
    boolean first = position == 0 || "{[".indexOf(text.charAt(position - 1)) >= 0;
    if (!separated && !first && startsWithOneOf(at, "\"{[") && position < at) {
      return at(at, at + 1, "a comma is missing before this", "two values are separated by one");
    }
    if (!separated && !first && startsWithOneOf(at, "}]")) {
      return at(
          at,
          at + 1,
          "unexpected `" + text.charAt(at) + "`",
          inObject
              ? "an object is open here, it ends with `}`"
              : "an array is open here, it ends with `]`");
    }
    boolean name = inObject && !(separated && text.charAt(next) == ':');
    return token(at, name);
  }

  private Problem token(int at, boolean name) {
    char c = text.charAt(at);
    return switch (c) {
      case '/', '#' -> at(at, at + 1, "a comment", "JSON has no comments");
      case '\'' -> at(at, at + 1, "a single quote", "JSON strings stand in double quotes");
      case '\u201C', '\u201D', '\u201E', '\u2018', '\u2019' ->
          at(at, at + 1, "a typographic quote", "JSON strings stand in plain double quotes");
      case '"' -> string(at, name);
      case '}', ']', ',', ':' ->
          at(
              at,
              at + 1,
              "unexpected `" + c + "`",
              name ? "expected a name in double quotes" : "expected a value");
      default -> word(at);
    };
  }

  /* A string that does not end, holds what no string may hold, or should be a name and is not. */
  private Problem string(int start, boolean name) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
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
    if (at >= text.length()) {
      return unfinished();
    }
    int next = skipSpace(at + 1);
    if (next >= text.length()) {
      return unfinished();
    }
    if (!name) {
      return at(next, next + 1, "unexpected `" + text.charAt(next) + "`", "this is not JSON");
    }
    if (text.charAt(next) != ':') {
      return at(next, next + 1, "a name without a colon behind it", "write `\"name\": value`");
    }
    // A parser reads a name together with the begin of its value, so the value can be the culprit.
    int value = skipSpace(next + 1);
    return value < text.length() ? token(value, false) : unfinished();
  }

  private boolean isEscape(int at) {
    if (startsWithOneOf(at + 1, "\"\\/bfnrt")) {
      return true;
    }
    if (!text.startsWith("u", at + 1) || at + 6 > text.length()) {
      return false;
    }
    return text.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private Problem word(int at) {
    int end = at;
    while (isWord(end) || (end < text.length() && "+-.".indexOf(text.charAt(end)) >= 0)) {
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
    boolean name = startsWithOneOf(skipSpace(end), ":");
    return at(
        at,
        end,
        "`" + word + "` without quotes",
        name ? "names stand in double quotes" : "strings stand in double quotes");
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

  private int skipSpace(int from) {
    int at = from;
    while (startsWithOneOf(at, " \t\r\n")) {
      at++;
    }
    return at;
  }

  private Problem at(int start, int end, String message, String help) {
    return new Problem(
        ProblemCode.JSON_SYNTAX,
        new SourceSpan(source, JsonPointer.ROOT, start, end),
        message,
        help);
  }
}
