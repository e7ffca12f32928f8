package dev.postern.cli.html;

import gg.jte.TemplateOutput;

/**
 * The page as it grows. Everything written passes here, so no character gets in that turns the
 * writing direction, that nobody sees, or that HTML does not allow.
 */
final class VisibleOutput implements TemplateOutput {
  private final StringBuilder page = new StringBuilder();

  @Override
  public void writeContent(String value) {
    writeContent(value, 0, value.length());
  }

  @Override
  public void writeContent(String value, int from, int to) {
    int i = from;
    while (i < to) {
      int c = value.codePointAt(i);
      page.appendCodePoint(misleads(c) ? 0xFFFD : c);
      i += Character.charCount(c);
    }
  }

  private static boolean misleads(int c) {
    if (c < 0x7F) {
      return c < ' ' && c != '\n' && c != '\t';
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  String text() {
    return page.toString();
  }
}
