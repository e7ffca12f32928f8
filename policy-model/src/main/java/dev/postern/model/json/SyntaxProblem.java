package dev.postern.model.json;

import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;

/** Says in an author's words why a text is not JSON. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  /** A text with nothing in it. */
  static Problem empty(SourceText source) {
    return problem(source, 0, 0, "the text is empty", "expected a policy: `{\"Statement\": …}`");
  }

  /** A text that stops being JSON at or just before {@code offset}. */
  static Problem at(SourceText source, int offset) {
    String text = source.text();
    if (text.startsWith("\uFEFF")) {
      return problem(source, 0, 1, "a byte order mark before the document", "save without one");
    }
    int at = culprit(text, offset);
    if (at >= text.length()) {
      return problem(
          source,
          text.length(),
          text.length(),
          "the text ends in the middle of the document",
          "a closing quote, brace or bracket is missing");
    }
    int end = at + 1;
    return switch (text.charAt(at)) {
      case '/', '#' -> problem(source, at, end, "a comment", "JSON has no comments");
      case '\'' ->
          problem(source, at, end, "a single quote", "JSON strings stand in double quotes");
      case '}', ']' ->
          followsComma(text, at)
              ? problem(
                  source,
                  lastComma(text, at),
                  lastComma(text, at) + 1,
                  "a trailing comma",
                  "no comma stands before a closing brace or bracket")
              : problem(
                  source,
                  at,
                  end,
                  "unexpected `" + text.charAt(at) + "`",
                  "a value is missing, or another bracket was opened");
      case '\u201C', '\u201D', '\u2018', '\u2019' ->
          problem(
              source, at, end, "a typographic quote", "JSON strings stand in plain double quotes");
      default -> word(source, at);
    };
  }

  private static Problem word(SourceText source, int at) {
    String text = source.text();
    char c = text.charAt(at);
    if (c < ' ') {
      return problem(
          source,
          at,
          at + 1,
          String.format("the control character U+%04X", (int) c),
          "inside a string it is written as an escape, such as `\\n`");
    }
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "_+-.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    if (end == at) {
      return problem(source, at, at + 1, "unexpected `" + c + "`", "this is not JSON");
    }
    String word = text.substring(at, Math.min(end, at + 40));
    if (word.equals("NaN") || word.endsWith("Infinity")) {
      return problem(source, at, end, "`" + word + "` is no JSON number", "numbers are finite");
    }
    boolean name = end < text.length() && text.startsWith(":", skipSpace(text, end));
    return problem(
        source,
        at,
        end,
        "`" + word + "` without quotes",
        name ? "names stand in double quotes" : "strings stand in double quotes");
  }

  /*
   * Jackson reports the place behind the character it refused, or inside the word that it was in the
   * middle of; step back to where that begins.
   */
  private static int culprit(String text, int offset) {
    int at = Math.min(offset, text.length());
    if (at > 0 && at < text.length() && isWord(text, at) && isWord(text, at - 1)) {
      while (at > 0 && isWord(text, at - 1)) {
        at--;
      }
      return at;
    }
    return at;
  }

  private static boolean isWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_';
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean followsComma(String text, int at) {
    return lastComma(text, at) >= 0;
  }

  private static int lastComma(String text, int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before >= 0 && text.charAt(before) == ',' ? before : -1;
  }

  private static Problem problem(
      SourceText source, int start, int end, String message, String help) {
    return new Problem(
        ProblemCode.JSON_SYNTAX,
        new SourceSpan(source, JsonPointer.ROOT, start, end),
        message,
        help);
  }
}
