package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.Subject;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.CodeFrame;
import java.util.ArrayList;
import java.util.List;

/** What a compiler would print: the finding, its place, the line, a caret; at the end a count. */
final class TextReport implements Report {
  /** Further places of one finding that are shown; the others are counted. */
  private static final int RELATED_SHOWN = 3;

  private final Palette palette;

  private TextReport(Palette palette) {
    this.palette = palette;
  }

  static TextReport plain() {
    return new TextReport(Palette.PLAIN);
  }

  static TextReport coloured() {
    return new TextReport(Palette.ANSI);
  }

  @Override
  public String render(ImmutableList<LintResult> results) {
    StringBuilder text = new StringBuilder();
    for (LintResult result : results) {
      if (!result.findings().isEmpty()) {
        text.append(palette.strong(Terminal.visible(heading(result)))).append("\n\n");
        result.findings().forEach(finding -> text.append(frame(finding)).append('\n'));
      }
    }
    return text.append(summary(results)).append('\n').toString();
  }

  private static String heading(LintResult result) {
    String name = result.source().name();
    if (result.subject() instanceof Subject.Policy policy) {
      String guess = policy.typeSource() == TypeSource.GUESSED ? ", guessed" : "";
      return titled(name, policy) + " (" + policy.type().kind().displayName() + guess + ")";
    }
    return titled(name, result.subject());
  }

  private static String titled(String name, Subject subject) {
    return subject.title().isEmpty() ? name : name + ": " + subject.title();
  }

  /* The frame's first line is the title; the last one ends with the caret and the advice. */
  private String frame(Finding finding) {
    String label = finding.severity().word() + "[" + finding.id() + "]";
    String frame =
        CodeFrame.render(label + ": " + finding.message(), finding.span(), finding.advice());
    StringBuilder text = new StringBuilder(palette.label(finding.severity(), label));
    text.append(frame, label.length(), frame.length());
    int shown = Math.min(finding.related().size(), RELATED_SHOWN);
    for (Finding.Related related : finding.related().subList(0, shown)) {
      text.append("  ::: ").append(Terminal.visible(related.span() + ": " + related.note()));
      text.append('\n');
    }
    if (shown < finding.related().size()) {
      int more = finding.related().size() - shown;
      text.append("  ::: and ").append(counted(more, "more place")).append('\n');
    }
    return text.toString();
  }

  private String summary(ImmutableList<LintResult> results) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = results.stream().mapToLong(result -> result.count(severity)).sum();
      if (count > 0) {
        counts.add(palette.label(severity, counted(count, severity.word().replace('-', ' '))));
      }
    }
    String found = counts.isEmpty() ? "no findings" : String.join(", ", counts);
    int suppressed = results.stream().mapToInt(result -> result.suppressed().size()).sum();
    return found
        + " in "
        + policies(results.stream().filter(result -> result.policy().isPresent()).count())
        + (suppressed == 0 ? "" : ", " + suppressed + " suppressed");
  }

  private static String policies(long count) {
    return count == 1 ? "1 policy" : count + " policies";
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
