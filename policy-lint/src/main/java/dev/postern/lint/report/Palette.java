package dev.postern.lint.report;

import dev.postern.lint.rule.Severity;

/** Colours, or none. */
enum Palette {
  /** For files, pipes and people who asked for none. */
  PLAIN {
    @Override
    String paint(String code, String text) {
      return text;
    }
  },
  /** Escape sequences that every terminal knows. */
  ANSI {
    @Override
    String paint(String code, String text) {
      return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
  };

  abstract String paint(String code, String text);

  /** Bold. */
  String strong(String text) {
    return paint("1", text);
  }

  /** In the colour of a severity. */
  String label(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case SECURITY_WARNING -> paint("1;35", text);
      case WARNING -> paint("1;33", text);
      case SUGGESTION -> paint("1;36", text);
    };
  }
}
