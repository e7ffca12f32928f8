package dev.postern.cli;

import dev.postern.eval.Decision;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.Problem;
import java.util.stream.Collectors;

/** Prints results as they come. */
abstract sealed class SimulationReport {
  final Console console;
  final boolean explain;
  private long scenarios;
  private long unexpected;
  private long undecided;

  private SimulationReport(Console console, boolean explain) {
    this.console = console;
    this.explain = explain;
  }

  /** Prints one result. */
  final void add(String file, ScenarioResult result) {
    scenarios++;
    unexpected += result.isAsExpected() ? 0 : 1;
    undecided += result.decision().isPresent() ? 0 : 1;
    print(file, result);
  }

  abstract void print(String file, ScenarioResult result);

  /** Prints what comes last. */
  abstract void end();

  final boolean allAsExpected() {
    return unexpected == 0;
  }

  /** One result a line. */
  static final class JsonLines extends SimulationReport {
    JsonLines(Console console, boolean explain) {
      super(console, explain);
    }

    @Override
    void print(String file, ScenarioResult result) {
      console.out().line(Visible.json(result.toJson(explain)));
    }

    @Override
    void end() {}
  }

  /** One document, a result a line. */
  static final class Json extends SimulationReport {
    private String separator = "";

    Json(Console console, boolean explain) {
      super(console, explain);
    }

    @Override
    void print(String file, ScenarioResult result) {
      console.out().print(separator.isEmpty() ? "{\n\"results\": [\n" : separator);
      console.out().print(Visible.json(result.toJson(explain)));
      separator = ",\n";
    }

    @Override
    void end() {
      JsonWriter summary = JsonWriter.compact().beginObject();
      summary.member("scenarios", super.scenarios);
      summary.member("unexpected", super.unexpected);
      summary.member("undecided", super.undecided);
      console.out().print(separator.isEmpty() ? "{\n\"results\": [" : "\n");
      console.out().line("],\n\"summary\": " + summary.endObject().text() + "\n}");
    }
  }

  /** For people. */
  static final class Text extends SimulationReport {
    private static final String INDENT = "        ";
    private String heading = "";

    Text(Console console, boolean explain) {
      super(console, explain);
    }

    @Override
    void print(String file, ScenarioResult result) {
      if (!file.equals(heading)) {
        heading = file;
        console.out().line(paint("1", Visible.line(file)));
      }
      String verdict = result.decision().map(d -> d.verdict().text()).orElse("error");
      console
          .out()
          .line("  " + mark(result) + verdict + ": " + Visible.line(result.scenario().name()));
      result.differences().forEach(difference -> detail(paint("31", Visible.line(difference))));
      result.problems().forEach(this::problem);
      result.decision().ifPresent(explain ? this::whole : this::reason);
      console.out().line("");
    }

    private String mark(ScenarioResult result) {
      if (!result.isAsExpected()) {
        return paint("1;31", "FAILED") + "  ";
      }
      return result.scenario().expectation().isStated() ? paint("32", "ok") + "    " : "      ";
    }

    private void reason(Decision decision) {
      detail(Visible.line(decision.message()));
      Visible.lines(decision.outline()).lines().forEach(this::detail);
      if (!decision.isAllowed() && !decision.missingKeys().isEmpty()) {
        detail(
            decision.missingKeys().stream()
                .map(missing -> Visible.line("`" + missing.key() + "`"))
                .collect(Collectors.joining(", ", "  not in the request: ", "")));
      }
    }

    private void whole(Decision decision) {
      Visible.lines(decision.explain()).lines().forEach(this::detail);
    }

    private void problem(Problem problem) {
      Visible.lines(problem.render()).lines().forEach(this::detail);
    }

    private void detail(String line) {
      console.out().line(INDENT + line);
    }

    @Override
    void end() {
      console
          .out()
          .line(
              (super.scenarios == 1 ? "1 scenario" : super.scenarios + " scenarios")
                  + ", "
                  + (allAsExpected() ? "all as expected" : super.unexpected + " not as expected"));
    }

    private String paint(String code, String text) {
      return console.coloured() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
  }
}
