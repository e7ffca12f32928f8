package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.html.CoverageLine.Marked;
import dev.postern.model.source.SourceSpan;
import dev.postern.suite.Share;
import dev.postern.suite.coverage.PolicyCoverage;
import dev.postern.suite.coverage.StatementCoverage;
import java.util.Optional;

/**
 * A policy as the page of coverage shows it.
 *
 * @param anchor what links to it name
 * @param coverage what tests had to do with it
 * @param lines its text; of a policy within a longer text, its lines
 */
record CoveragePart(String anchor, PolicyCoverage coverage, ImmutableList<CoverageLine> lines) {

  static CoveragePart of(String anchor, PolicyCoverage coverage) {
    ImmutableList.Builder<Marked> marked = ImmutableList.builder();
    for (StatementCoverage statement : coverage.statements()) {
      marked.add(new Marked(statement.statement().span(), CoverageMark.of(statement), true));
      statement
          .entries()
          .forEach(entry -> marked.add(new Marked(entry.span(), CoverageMark.of(entry), false)));
      statement
          .conditions()
          .forEach(each -> marked.add(new Marked(each.span(), CoverageMark.of(each), false)));
    }
    return new CoveragePart(anchor, coverage, lines(shown(coverage), marked.build()));
  }

  /* A policy by itself is all of its text. Of one within another text only its list is known. */
  private static SourceSpan shown(PolicyCoverage coverage) {
    return coverage.policy().pointer().isEmpty()
        ? coverage.policy().source().whole()
        : coverage.policy().document().statements().span();
  }

  private static ImmutableList<CoverageLine> lines(SourceSpan shown, ImmutableList<Marked> marked) {
    ImmutableList.Builder<CoverageLine> lines = ImmutableList.builder();
    Optional<SourceLine> line = Optional.of(SourceLine.at(shown.source(), shown.startOffset()));
    while (line.isPresent() && line.get().start() < shown.endOffset()) {
      lines.add(CoverageLine.of(line.get(), shown.startOffset(), shown.endOffset(), marked));
      line = line.get().next();
    }
    return lines.build();
  }

  String name() {
    return coverage.policy().title();
  }

  /** What it was read as. */
  String type() {
    return coverage.policy().type().kind().displayName();
  }

  Share share() {
    return coverage.share();
  }

  /** Statements that never matched. */
  int unmatched() {
    return (int) coverage.statements().stream().filter(each -> !each.touches().isMatched()).count();
  }

  /** Entries that tests did not cover. */
  int untouched() {
    return (int)
        coverage.statements().stream()
            .flatMap(statement -> statement.entries().stream())
            .filter(entry -> !entry.isCovered())
            .count();
  }

  /** Conditions of which a side is not shown. */
  int oneSided() {
    return (int)
        coverage.statements().stream()
            .flatMap(statement -> statement.conditions().stream())
            .filter(condition -> !condition.isCovered())
            .count();
  }
}
