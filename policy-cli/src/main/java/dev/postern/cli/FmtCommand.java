package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.PolicyTypeGuess;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import dev.postern.suite.SuiteReader;
import dev.postern.suite.language.PolicyTestFormatter;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code postern fmt}: the same policies and tests, laid out alike. Works on the JSON and not on
 * the policy, so that what IAM does not understand is laid out and kept, too.
 */
final class FmtCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "fmt",
            "Lays out policies, and tests of policies.",
            """
            JSON: two spaces a level, an element a line, a line feed at the end. Members keep their
            order and values their spelling. A text that is not JSON, or that has a name twice in one
            object, is told and left alone. Characters that nobody sees are written as escapes.

            *.policytest: a sentence a line, long ones a clause a line, tables in columns; comments
            stay. Standard input is JSON.

            Exit codes:
              0  printed or rewritten; with --check, all are laid out so already
              1  with --check, some are not
              2  wrong usage, or a file that cannot be read, formatted or written
              3  a mistake of ours

            Examples:
              postern fmt deploy.json
              postern fmt --check policies/
              postern fmt --write policies/
            """)
        .addOption(Options.flag("--check", "list the files that would change, and change none"))
        .addOption(Options.flag("--write", "rewrite the files that would change, and list them"))
        .addOption(
            Options.flag(
                "--canonical",
                "also put members into the order of IAM's grammar, single values without a list,"
                    + " and statements into one; takes policies that AWS would store"))
        .addPositional(
            Options.inputs(
                "FILE|DIR|-",
                "policies and tests: files, folders that are searched for *.json and *.policytest, or -"
                    + " for standard input"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    boolean check = Options.isSet(given, "--check");
    boolean write = Options.isSet(given, "--write");
    if (check && write) {
      throw new UsageException("--check and --write exclude each other");
    }
    ImmutableList<String> arguments = Options.inputs(given);
    if (write && arguments.contains("-")) {
      throw new UsageException("--write: standard input cannot be rewritten");
    }
    Inputs inputs = new Inputs(console, ".json", SuiteReader.SENTENCES);
    Faults faults = new Faults(console);
    Run run = new Run(console, inputs, Options.isSet(given, "--canonical"), check, write);
    for (Input input : inputs.find(arguments)) {
      faults.guard(input.name(), () -> run.format(input));
    }
    return ExitCode.of(faults, inputs, !check || !run.changed);
  }

  private static final class Run {
    private final Console console;
    private final Inputs inputs;
    private final boolean canonical;
    private final boolean check;
    private final boolean write;
    private boolean changed;

    private Run(Console console, Inputs inputs, boolean canonical, boolean check, boolean write) {
      this.console = console;
      this.inputs = inputs;
      this.canonical = canonical;
      this.check = check;
      this.write = write;
    }

    private void format(Input input) {
      Optional<SourceFile> file = inputs.read(input, ReadLimits.POLICY);
      Optional<String> formatted = file.flatMap(this::formatted);
      if (formatted.isEmpty()) {
        return;
      }
      if (!check && !write) {
        console.out().print(formatted.get());
      } else if (!formatted.get().equals(file.get().source().text())) {
        changed = true;
        if (!write || written(input, formatted.get())) {
          console.out().line(Visible.line(input.name()));
        }
      }
    }

    private boolean written(Input input, String text) {
      try {
        if (input instanceof Input.File file) {
          Replacement.of(file.path()).with(text);
        }
        return true;
      } catch (IOException e) {
        inputs.report(input, e);
        return false;
      }
    }

    private Optional<String> formatted(SourceFile file) {
      if (!file.problem().isEmpty()) {
        return refused(file.problem());
      }
      if (file.source().name().endsWith(SuiteReader.SENTENCES)) {
        PolicyTestFormatter.Formatted tests = PolicyTestFormatter.format(file.source());
        return tests.problems().isEmpty() ? Optional.of(tests.text()) : refused(tests.problems());
      }
      JsonReading json = JsonReader.within(ReadLimits.POLICY).read(file.source());
      // A repeated name leaves a value behind that lacks one of the two.
      if (json.value().isEmpty() || !json.problems().isEmpty()) {
        return refused(json.problems());
      }
      return (canonical
              ? canonical(json.value().get())
              : Optional.of(JsonLayout.of(json.value().get())))
          .map(text -> Visible.json(text) + "\n");
    }

    private Optional<String> canonical(JsonValue json) {
      PolicyReading reading = PolicyReader.lenient().examine(json, PolicyTypeGuess.of(json));
      return reading.document().isPresent()
          ? reading.document().map(PolicyWriter.canonical()::write)
          : refused(
              reading.problems().stream()
                  .filter(problem -> problem.code().refuses())
                  .collect(ImmutableList.toImmutableList()));
    }

    private Optional<String> refused(ImmutableList<Problem> problems) {
      problems.forEach(problem -> inputs.report(problem.toString()));
      return Optional.empty();
    }
  }
}
