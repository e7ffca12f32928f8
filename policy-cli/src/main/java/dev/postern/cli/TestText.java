package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.source.CodeFrame;
import dev.postern.suite.coverage.SuiteCoverage;
import dev.postern.suite.mutation.MutationResult;
import java.util.Optional;

/** For people: failures with all reasons, and a line for each file. */
record TestText() implements TestReport {
  private static final String INDENT = "    ";

  @Override
  public String render(
      ImmutableList<TestedFile> files,
      Optional<SuiteCoverage> coverage,
      Optional<MutationResult> mutation,
      boolean coloured) {
    Paint paint = new Paint(coloured);
    StringBuilder text = new StringBuilder();
    for (TestedFile file : files) {
      heading(file, paint, text);
      file.results().stream()
          .filter(result -> !result.isAsExpected())
          .forEach(result -> failure(result, paint, text));
    }
    text.append('\n').append(summary(files)).append('\n');
    coverage.ifPresent(table -> text.append('\n').append(Visible.lines(table.toText())));
    mutation.ifPresent(result -> text.append('\n').append(Visible.lines(result.toText())));
    return text.toString();
  }

  private record Paint(boolean coloured) {
    String with(String code, String text) {
      return coloured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
  }

  private static void heading(TestedFile file, Paint paint, StringBuilder text) {
    int bad = file.failures() + file.errors();
    String mark = bad == 0 ? paint.with("32", "ok    ") : paint.with("1;31", "FAILED");
    text.append(mark).append("  ").append(Visible.line(file.name())).append("  ");
    text.append(counted(file.results().size(), "test"));
    text.append(bad == 0 ? "" : ", " + bad + " failed").append('\n');
  }

  private static void failure(ScenarioResult result, Paint paint, StringBuilder text) {
    text.append('\n');
    if (result.decision().isEmpty()) {
      result.problems().forEach(problem -> indented(problem.render(), text));
      if (!result.scenario().authorizations().isEmpty()) {
        indented("in the test: " + result.scenario().name(), text);
      }
      return;
    }
    String title = "failed: " + result.scenario().name();
    String what = String.join("; ", result.differences());
    indented(CodeFrame.render(title, result.scenario().span(), ""), text);
    text.append(INDENT).append(paint.with("31", Visible.line(what))).append('\n');
    result.decision().ifPresent(decision -> indented(decision.explain(), text));
  }

  private static void indented(String lines, StringBuilder text) {
    Visible.lines(lines).lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
  }

  private static String summary(ImmutableList<TestedFile> files) {
    int tests = files.stream().mapToInt(file -> file.results().size()).sum();
    int bad = files.stream().mapToInt(file -> file.failures() + file.errors()).sum();
    long silent =
        files.stream()
            .flatMap(file -> file.results().stream())
            .filter(result -> !result.scenario().expectation().isStated())
            .filter(result -> result.decision().isPresent())
            .count();
    return counted(tests, "test")
        + " in "
        + counted(files.size(), "file")
        + ", "
        + (bad == 0 ? "all as expected" : bad + " failed")
        + (silent == 0 ? "" : "; " + silent + " without an expectation");
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
