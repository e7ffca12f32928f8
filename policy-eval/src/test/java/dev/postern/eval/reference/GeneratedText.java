package dev.postern.eval.reference;

import java.util.List;
import java.util.stream.Collectors;

/** JSON text. */
final class GeneratedText {
  private GeneratedText() {}

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  static String list(List<String> texts) {
    return texts.stream().map(GeneratedText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }
}
