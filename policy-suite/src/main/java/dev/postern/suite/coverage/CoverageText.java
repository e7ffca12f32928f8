package dev.postern.suite.coverage;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import dev.postern.suite.Share;
import java.util.ArrayList;
import java.util.List;

/** Coverage as a table for people: a line a policy, a statement, and a part of one. */
final class CoverageText {
  /* Characters that a terminal would act upon, that turn the direction, or that nobody sees. */
  private static final CharMatcher MISLEADING =
      CharMatcher.forPredicate(
          c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);

  private static final Row HEADINGS =
      new Row("covered", "parts", "place", "state", "decisive", "matched", "reached", "");

  private final boolean whole;
  private final List<Row> rows = new ArrayList<>(List.of(HEADINGS));

  CoverageText(boolean whole) {
    this.whole = whole;
  }

  private record Row(
      String percent,
      String parts,
      String place,
      String state,
      String decisive,
      String matched,
      String reached,
      String title) {

    static Row of(Share share, String title) {
      return new Row(percent(share), parts(share), "", "", "", "", "", title);
    }

    static Row of(StatementCoverage statement) {
      return touched(
          percent(statement.share()),
          parts(statement.share()),
          statement.statement().span().start().toString(),
          statement.touches(),
          "  " + statement.title());
    }

    static Row of(EntryCoverage entry) {
      return touched(
          "", "", entry.span().start().toString(), entry.touches(), "    " + entry.title());
    }

    /* Held in the column of matches: where a condition holds and counts, its statement matches. */
    static Row of(ConditionCoverage condition) {
      return new Row(
          "",
          "",
          condition.span().start().toString(),
          condition.sides().text(),
          "",
          "",
          "",
          "    "
              + condition.title()
              + " (held "
              + condition.held()
              + ", failed "
              + condition.failed()
              + ")");
    }

    private static Row touched(
        String percent, String parts, String place, Touches touches, String title) {
      return new Row(
          percent,
          parts,
          place,
          touches.reach().text(),
          Integer.toString(touches.decisive()),
          Integer.toString(touches.matched()),
          Integer.toString(touches.reached()),
          title);
    }

    private static String percent(Share share) {
      return share.percent() + " %";
    }

    private static String parts(Share share) {
      return share.part() + "/" + share.whole();
    }
  }

  String of(SuiteCoverage coverage) {
    for (PolicyCoverage policy : coverage.policies()) {
      rows.add(Row.of(policy.share(), policy.title()));
      policy.statements().forEach(this::add);
    }
    rows.add(Row.of(coverage.share(), "all policies"));
    return text();
  }

  private void add(StatementCoverage statement) {
    rows.add(Row.of(statement));
    for (EntryCoverage entry : statement.entries()) {
      if (whole || !entry.isCovered()) {
        rows.add(Row.of(entry));
      }
    }
    for (ConditionCoverage condition : statement.conditions()) {
      if (whole || !condition.isCovered()) {
        rows.add(Row.of(condition));
      }
    }
  }

  private String text() {
    int parts = width(Row::parts);
    int place = width(Row::place);
    int state = width(Row::state);
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      StringBuilder line = new StringBuilder();
      line.append(Strings.padStart(row.percent, HEADINGS.percent.length(), ' '));
      line.append("  ").append(Strings.padStart(row.parts, parts, ' '));
      line.append("  ").append(Strings.padEnd(row.place, place, ' '));
      line.append("  ").append(Strings.padEnd(row.state, state, ' '));
      line.append("  ").append(Strings.padStart(row.decisive, HEADINGS.decisive.length(), ' '));
      line.append("  ").append(Strings.padStart(row.matched, HEADINGS.matched.length(), ' '));
      line.append("  ").append(Strings.padStart(row.reached, HEADINGS.reached.length(), ' '));
      line.append("  ").append(MISLEADING.replaceFrom(row.title, '\uFFFD'));
      text.append(CharMatcher.is(' ').trimTrailingFrom(line)).append('\n');
    }
    return text.toString();
  }

  private interface Column {
    String of(Row row);
  }

  private int width(Column column) {
    return rows.stream().mapToInt(row -> column.of(row).length()).max().orElse(0);
  }
}
