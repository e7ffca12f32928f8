package dev.postern.cli;

/** A JSON array with an element a line, so that a long one can be read and compared by lines. */
final class JsonList {
  private JsonList() {}

  static void print(Iterable<String> elements, Output out) {
    String separator = "\n";
    out.print("[");
    for (String element : elements) {
      out.print(separator);
      out.print(Visible.json(element));
      separator = ",\n";
    }
    out.line(separator.equals("\n") ? "]" : "\n]");
  }
}
