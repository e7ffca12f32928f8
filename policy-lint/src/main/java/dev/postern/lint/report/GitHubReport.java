package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.SourcePosition;

/** For GitHub Actions: an annotation a line. GitHub: "Workflow commands for GitHub Actions". */
final class GitHubReport implements Report {
  private static final Escaper MESSAGE =
      Escapers.builder()
          .addEscape('%', "%25")
          .addEscape('\r', "%0D")
          .addEscape('\n', "%0A")
          .build();

  private static final Escaper PROPERTY =
      Escapers.builder()
          .addEscape('%', "%25")
          .addEscape('\r', "%0D")
          .addEscape('\n', "%0A")
          .addEscape(':', "%3A")
          .addEscape(',', "%2C")
          .build();

  @Override
  public String render(ImmutableList<LintResult> results) {
    StringBuilder lines = new StringBuilder();
    for (LintResult result : results) {
      result.findings().forEach(finding -> lines.append(line(finding)).append('\n'));
    }
    return lines.toString();
  }

  private static String line(Finding finding) {
    SourcePosition start = finding.span().start();
    SourcePosition end = finding.span().end();
    // GitHub shows columns only within one line.
    String columns =
        start.line() == end.line()
            ? ",col=" + (start.column() + 1) + ",endColumn=" + (end.column() + 1)
            : "";
    return "::"
        + command(finding.severity())
        + " file="
        + PROPERTY.escape(Terminal.visible(finding.file()))
        + ",line="
        + start.line()
        + ",endLine="
        + end.line()
        + columns
        + ",title="
        + PROPERTY.escape(finding.id())
        + "::"
        + MESSAGE.escape(Terminal.visible(FindingJson.message(finding)));
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR, SECURITY_WARNING -> "error";
      case WARNING -> "warning";
      case SUGGESTION -> "notice";
    };
  }
}
