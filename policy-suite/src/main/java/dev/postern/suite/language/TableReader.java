package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.Located;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.SourceSpan;
import dev.postern.suite.language.PolicyTestParser.CellContext;
import dev.postern.suite.language.PolicyTestParser.RowContext;
import dev.postern.suite.language.PolicyTestParser.TableContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Reads a table of examples: its first row says what the columns are, every other row is an
 * expectation. A cell is read by the rule of its column.
 */
final class TableReader {
  private static final ImmutableSet<String> COLUMNS =
      ImmutableSet.of("expect", "principal", "action", "resource", "because", "through");

  private static final ImmutableSet<String> REQUIRED =
      ImmutableSet.of("expect", "principal", "action");

  private final Syntax syntax;
  private final Trees trees;
  private final ExpectationReader expectations;

  TableReader(Syntax syntax, Trees trees, ExpectationReader expectations) {
    this.syntax = syntax;
    this.trees = trees;
    this.expectations = expectations;
  }

  ImmutableList<Sentence> rows(TableContext table) {
    List<Located<String>> columns = columns(table.row(0));
    ImmutableList.Builder<Sentence> rows = ImmutableList.builder();
    if (!columns.isEmpty()) {
      for (RowContext row : table.row().subList(1, table.row().size())) {
        int before = syntax.problems().size();
        Row read = new Row(row, columns);
        // A row with a mistake is no example; the mistake is told.
        if (syntax.problems().size() == before) {
          rows.add(read.expected());
        }
      }
    }
    return rows.build();
  }

  /* None if the header has a mistake. */
  private List<Located<String>> columns(RowContext header) {
    int before = syntax.problems().size();
    List<Located<String>> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CellContext cell : header.cell()) {
      SourceSpan span = syntax.places().of(cell);
      if (cell.getChildCount() != 1) {
        trees.wrong(span, "a column has one word for a name", "such as `action` or `aws:SourceIp`");
        continue;
      }
      Located<String> name = trees.located(cell);
      if (!COLUMNS.contains(name.value()) && name.value().indexOf(':') < 0) {
        trees.wrong(span, "there is no column `" + name.value() + "`", columnLike(name.value()));
      }
      if (!seen.add(name.value())) {
        trees.wrong(span, "there are two columns `" + name.value() + "`", "one is enough");
      }
      columns.add(name);
    }
    for (String required : REQUIRED) {
      if (!seen.contains(required)) {
        SourceSpan span = syntax.places().of(header);
        trees.wrong(span, "the table has no column `" + required + "`", "it is required");
      }
    }
    return syntax.problems().size() == before ? columns : ImmutableList.of();
  }

  private static String columnLike(String name) {
    return NearestName.of(name, COLUMNS)
        .map(near -> "did you mean `" + near + "`?")
        .orElse("known are `" + String.join("`, `", COLUMNS) + "` and condition keys");
  }

  /** One row, while it is read. */
  private final class Row {
    private final SourceSpan span;
    private Sentence.Verb verb = Sentence.Verb.DENY;
    private ImmutableList<Located<String>> principals = ImmutableList.of();
    private ImmutableList<Located<String>> actions = ImmutableList.of();
    private ImmutableList<Located<String>> resources = ImmutableList.of();
    private ImmutableList<Sentence.Reason> reason = ImmutableList.of();
    private ImmutableList<Located<String>> endpoint = ImmutableList.of();
    private final ImmutableList.Builder<Sentence.Given> given = ImmutableList.builder();

    Row(RowContext row, List<Located<String>> columns) {
      span = syntax.places().of(row);
      if (row.cell().size() != columns.size()) {
        trees.wrong(
            span,
            "the row has " + row.cell().size() + " cells",
            "the table has " + columns.size() + " columns");
        return;
      }
      for (int i = 0; i < columns.size(); i++) {
        CellContext cell = row.cell(i);
        TerminalNode behind = i + 1 < columns.size() ? row.BAR(i + 1) : row.ROW_END();
        if (cell.getChildCount() > 0 || REQUIRED.contains(columns.get(i).value())) {
          read(columns.get(i), cell, behind.getSymbol());
        }
      }
    }

    private void read(Located<String> column, CellContext cell, Token behind) {
      switch (column.value()) {
        case "expect" ->
            parsed(cell, behind, PolicyTestParser::expectCell)
                .forEach(tree -> verb = ExpectationReader.verb(tree.verdict()));
        case "principal" ->
            parsed(cell, behind, PolicyTestParser::principalCell)
                .forEach(tree -> principals = words(tree.principals().principalName()));
        case "action" ->
            parsed(cell, behind, PolicyTestParser::actionCell)
                .forEach(tree -> actions = words(tree.actions().action()));
        case "resource" ->
            parsed(cell, behind, PolicyTestParser::resourceCell)
                .forEach(tree -> resources = words(tree.resources().target()));
        case "because" ->
            parsed(cell, behind, PolicyTestParser::becauseCell)
                .forEach(tree -> reason = ImmutableList.of(expectations.reason(tree.reason())));
        case "through" ->
            parsed(cell, behind, PolicyTestParser::throughCell)
                .forEach(tree -> endpoint = ImmutableList.of(trees.located(tree.name())));
        default ->
            parsed(cell, behind, PolicyTestParser::valueCell)
                .forEach(tree -> given.add(given(column, tree)));
      }
    }

    private <C extends ParserRuleContext> ImmutableList<C> parsed(
        CellContext cell, Token behind, Function<PolicyTestParser, C> rule) {
      C tree = syntax.cell(cell, behind, rule);
      return SentenceReader.isSound(tree) ? ImmutableList.of(tree) : ImmutableList.of();
    }

    private ImmutableList<Located<String>> words(List<? extends ParserRuleContext> all) {
      return Trees.all(ImmutableList.<ParserRuleContext>copyOf(all), trees::located);
    }

    private Sentence.Given given(Located<String> column, PolicyTestParser.ValueCellContext tree) {
      return new Sentence.Given(
          column,
          tree.value() == null
              ? ExpectationReader.nothing(tree.getStart())
              : ImmutableList.of(ExpectationReader.value(tree.value())));
    }

    Sentence expected() {
      return new Sentence.Expected(
          verb,
          principals,
          actions,
          resources,
          given.build(),
          reason,
          endpoint,
          ImmutableList.of(),
          span);
    }
  }
}
