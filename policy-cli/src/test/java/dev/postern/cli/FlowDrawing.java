package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import java.util.List;
import java.util.Locale;

/**
 * A flow of questions as SVG: boxes one below the other, an exit at the right of each. Text is
 * text, and the colours follow those of the reader's screen. Not Mermaid, which few but GitHub
 * draw, each version in its own way.
 */
final class FlowDrawing {
  private static final int WIDTH = 760;
  private static final int LEFT = 20;
  private static final int BOX = 500;
  private static final int EXIT = 604;
  private static final int EXIT_WIDTH = 136;
  private static final int TITLE = 34;
  private static final int ROW = 22;
  private static final int GAP = 34;
  private static final int HEADING = 44;
  private static final int RESULT = 36;

  private static final String STYLE =
      """
      text { font: 14px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
      .page { fill: #ffffff; stroke: #d1d9e0; }
      .box { fill: #f6f8fa; stroke: #818b98; }
      .line { stroke: #59636e; fill: none; }
      .tip { fill: #59636e; }
      .small { font-size: 12.5px; fill: #59636e; }
      .heading, .question, .lit { font-weight: 600; }
      .skipped { opacity: 0.65; }
      .skipped .box { stroke-dasharray: 4 3; }
      .allow .box { fill: #dafbe1; stroke: #1a7f37; stroke-width: 3; }
      .deny .box { fill: #ffebe9; stroke: #cf222e; stroke-width: 3; }
      .allow .line { stroke: #1a7f37; stroke-width: 3; }
      .deny .line { stroke: #cf222e; stroke-width: 3; }
      .allow .tip { fill: #1a7f37; }
      .deny .tip { fill: #cf222e; }
      @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc; }
        .page { fill: #0d1117; stroke: #3d444d; }
        .box { fill: #151b23; stroke: #656c76; }
        .line { stroke: #9198a1; }
        .tip { fill: #9198a1; }
        .small { fill: #9198a1; }
        .allow .box { fill: #12261e; stroke: #3fb950; }
        .deny .box { fill: #2d1517; stroke: #f85149; }
        .allow .line { stroke: #3fb950; }
        .deny .line { stroke: #f85149; }
        .allow .tip { fill: #3fb950; }
        .deny .tip { fill: #f85149; }
      }
      """;

  /**
   * A question.
   *
   * @param leavesBy the answer that ends the flow, {@code yes} or {@code no}
   * @param leavesTo what it ends with
   * @param rows what the answer rests on
   */
  record Box(
      String question, String leavesBy, String leavesTo, State state, ImmutableList<Row> rows) {
    /** How a question stands to the decision that is drawn. */
    enum State {
      /** No decision is drawn. */
      PLAIN(""),
      /** It was answered and led on. */
      PASSED(""),
      /** It decided, and allowed. */
      LIT_ALLOW("allow"),
      /** It decided, and denied. */
      LIT_DENY("deny"),
      /** One before it decided. */
      SKIPPED("skipped");

      private final String style;

      State(String style) {
        this.style = style;
      }
    }

    private int height() {
      int details = (int) rows.stream().filter(row -> !row.detail.isEmpty()).count();
      return TITLE + (rows.size() + details) * ROW + (rows.isEmpty() ? 0 : 8);
    }

    private String goesOnBy() {
      return leavesBy.equals("yes") ? "no" : "yes";
    }
  }

  /** A line of an answer; {@code detail}, where there is one, stands below it. */
  record Row(String mark, String text, String detail, boolean lit) {}

  private final StringBuilder svg = new StringBuilder();

  private FlowDrawing() {}

  /**
   * A drawing.
   *
   * @param summary the whole in a sentence, for those who do not see it
   * @param end how the last exit, {@code allowed}, stands to the decision
   */
  static String of(String title, String summary, List<Box> boxes, Box.State end) {
    return new FlowDrawing().draw(title, summary, boxes, end);
  }

  private String draw(String title, String summary, List<Box> boxes, Box.State end) {
    int height = HEADING + boxes.stream().mapToInt(box -> box.height() + GAP).sum() + RESULT + 20;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " role=\"img\" aria-labelledby=\"title summary\">",
        WIDTH, height, WIDTH, height);
    line("<title id=\"title\">%s</title>", escaped(title));
    line("<desc id=\"summary\">%s</desc>", escaped(summary));
    svg.append("<style>\n").append(STYLE).append("</style>\n");
    line(
        "<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>",
        WIDTH - 1, height - 1);
    line("<text class=\"heading\" x=\"%d\" y=\"28\">%s</text>", LEFT, escaped(title));
    int y = HEADING;
    for (Box box : boxes) {
      question(box, y);
      y += box.height() + GAP;
    }
    open(end);
    exit("allowed", LEFT, y);
    line("</g>");
    return svg.append("</svg>\n").toString();
  }

  private void question(Box box, int y) {
    int height = box.height();
    boolean leaves = box.state == Box.State.LIT_DENY;
    boolean goesOn = box.state == Box.State.LIT_ALLOW;
    open(box.state == Box.State.PASSED ? Box.State.PLAIN : box.state);
    rectangle(LEFT, y, BOX, height);
    line(
        "<text class=\"question\" x=\"%d\" y=\"%d\">%s</text>",
        LEFT + 14, y + 23, escaped(box.question));
    rows(box, y + TITLE);
    line("</g>");
    open(
        leaves ? Box.State.LIT_DENY : box.state == Box.State.PLAIN ? box.state : Box.State.SKIPPED);
    int middle = y + TITLE / 2;
    arrow(LEFT + BOX, middle, EXIT, middle);
    line(
        "<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>",
        LEFT + BOX + 24, middle - 6, box.leavesBy);
    exit(box.leavesTo, EXIT, y);
    line("</g>");
    open(
        leaves || box.state == Box.State.SKIPPED
            ? Box.State.SKIPPED
            : goesOn ? Box.State.LIT_ALLOW : Box.State.PLAIN);
    int x = LEFT + EXIT_WIDTH / 2;
    arrow(x, y + height, x, y + height + GAP);
    line(
        "<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>",
        x + 10, y + height + 21, box.goesOnBy());
    line("</g>");
  }

  private void rows(Box box, int top) {
    int y = top + 12;
    for (Row row : box.rows) {
      String style = row.lit ? "lit" : "";
      if (!row.mark.isEmpty()) {
        line("<text x=\"%d\" y=\"%d\">%s</text>", LEFT + 18, y, row.mark);
      }
      line(
          "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>",
          style, LEFT + 38, y, escaped(row.lit ? row.text + ": this decides" : row.text));
      y += ROW;
      if (!row.detail.isEmpty()) {
        line("<text x=\"%d\" y=\"%d\">%s</text>", LEFT + 38, y, escaped(row.detail));
        y += ROW;
      }
    }
  }

  private void open(Box.State state) {
    line("<g class=\"%s\">", state.style);
  }

  private void exit(String text, int x, int y) {
    rectangle(x, y, EXIT_WIDTH, RESULT);
    line(
        "<text class=\"question\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>",
        x + EXIT_WIDTH / 2, y + 23, text);
  }

  private void rectangle(int x, int y, int width, int height) {
    line(
        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>",
        x, y, width, height);
  }

  private void arrow(int x1, int y1, int x2, int y2) {
    boolean down = x1 == x2;
    int x = down ? x2 : x2 - 8;
    int y = down ? y2 - 8 : y2;
    line("<path class=\"line\" d=\"M%d %dL%d %d\"/>", x1, y1, x, y);
    line(
        "<path class=\"tip\" d=\"M%d %dL%d %dL%d %dZ\"/>",
        x2, y2, down ? x2 - 5 : x, down ? y : y2 - 5, down ? x2 + 5 : x, down ? y : y2 + 5);
  }

  private void line(String format, Object... parts) {
    svg.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
