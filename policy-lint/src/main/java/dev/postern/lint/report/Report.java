package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult;

/** A form in which results are shown. */
public interface Report {
  /** The whole report; ends with a line feed unless it is empty. */
  String render(ImmutableList<LintResult> results);

  /** For people, without colours. */
  static Report text() {
    return TextReport.plain();
  }

  /** For people at a terminal that shows colours. */
  static Report colouredText() {
    return TextReport.coloured();
  }

  /** One JSON document: findings, policies, a summary. */
  static Report json() {
    return new JsonReport();
  }

  /** One finding a line, each a JSON object. */
  static Report jsonLines() {
    return new JsonLinesReport();
  }
}
