package dev.postern.suite.language;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.postern.suite.language.PolicyTestParser.CellContext;
import dev.postern.suite.language.PolicyTestParser.RowContext;
import dev.postern.suite.language.PolicyTestParser.TableContext;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** A table with its columns under each other. */
final class TableLayout {
  private final Tokens tokens;
  private final String indent;

  TableLayout(Tokens tokens, String indent) {
    this.tokens = tokens;
    this.indent = indent;
  }

  ImmutableList<String> rows(TableContext table) {
    List<RowContext> rows = table.row();
    int columns = rows.stream().mapToInt(row -> row.cell().size()).max().orElse(0);
    int[] widths = new int[columns];
    for (RowContext row : rows) {
      for (int i = 0; i < row.cell().size(); i++) {
        String text = text(row.cell(i));
        widths[i] = Math.max(widths[i], text.codePointCount(0, text.length()));
      }
    }
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    Token last = null;
    for (RowContext row : rows) {
      if (last != null) {
        tokens
            .comments(last, row.getStart())
            .forEach(comment -> lines.add(indent + Layout.trimmed(comment)));
      }
      lines.add(indent + line(row, widths));
      last = row.getStop();
    }
    return lines.build();
  }

  private String line(RowContext row, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < row.cell().size(); i++) {
      String text = text(row.cell(i));
      int shorter = text.length() - text.codePointCount(0, text.length());
      line.append(' ').append(Strings.padEnd(text, widths[i] + shorter, ' ')).append(" |");
    }
    String end = row.ROW_END().getText();
    int comment = end.indexOf('#');
    return comment < 0
        ? line.toString()
        : line + "  " + CharMatcher.whitespace().trimTrailingFrom(end.substring(comment));
  }

  private String text(CellContext cell) {
    return cell.getChildCount() == 0
        ? ""
        : Layout.words(tokens.meaning(cell.getStart(), cell.getStop()));
  }
}
