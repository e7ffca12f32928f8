package dev.postern.model.source;

/**
 * Something wrong with a text, at a place, with what would be right.
 *
 * @param code which problem it is; stable, scripts may rely on it
 * @param span where it stands
 * @param message what was found: one line, lower case, no full stop, the author's text in backticks
 * @param help what would be right, apart from the message; empty when there is nothing to add
 */
public record Problem(ProblemCode code, SourceSpan span, String message, String help) {

  /** {@code error[code]: message}, the place, the line and a caret, as compilers show it. */
  public String render() {
    String word = code.refuses() ? "error" : "warning";
    return CodeFrame.render(word + "[" + code.id() + "]: " + message, span, help);
  }

  /** One line without the code frame: {@code file:line:column (pointer): message; help}. */
  @Override
  public String toString() {
    String tail = help.isEmpty() ? "" : "; " + help;
    return span + ": " + message + tail;
  }
}
