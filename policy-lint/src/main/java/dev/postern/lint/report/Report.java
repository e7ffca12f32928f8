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

  /** SARIF 2.1.0, for code scanning. */
  static Report sarif() {
    return new SarifReport();
  }

  /** JUnit's XML, for continuous integration that knows tests. */
  static Report junit() {
    return new JUnitReport();
  }

  /** Annotations of GitHub Actions. */
  static Report github() {
    return new GitHubReport();
  }

  /** GitLab's code quality. */
  static Report gitlab() {
    return new GitLabReport();
  }

  /** What Access Analyzer's {@code ValidatePolicy} answers; a line for each of several policies. */
  static Report accessAnalyzer() {
    return new AccessAnalyzerReport();
  }
}
