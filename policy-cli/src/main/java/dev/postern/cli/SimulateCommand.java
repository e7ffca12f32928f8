package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern simulate}: are these requests allowed, and why? */
final class SimulateCommand implements Command {
  private static final ImmutableSet<String> FORMATS = ImmutableSet.of("text", "json", "jsonl");

  private static final int MOST_THREADS = 64;

  private static final String AWS_INPUT = "--cli-input-json";

  private static final ImmutableList<String> NOT_OF_AWS =
      ImmutableList.of("--batch", "--threads", "--explain", "--format");

  @Override
  public CommandSpec spec() {
    return Options.command(
            "simulate",
            "Decides the requests of scenario files, says why, and compares with what they expect.",
            """
            A scenario is a JSON object: a request, the policies that apply to it, and what should
            come out ("expect"). A file holds one scenario, an array of them, or with the suffix
            .jsonl one a line.

            Formats:
              text    for people: the verdict, what each type of policy says, the statement that
                      decided
              json    one document: results, summary
              jsonl   one result a line: name and decision, or name and error; --explain adds the
                      whole decision record as "explanation"

            --cli-input-json takes what AWS's command of that option takes, and nothing of it
            leaves the machine. One result an action, and in it one a resource; positions count
            lines and columns of a policy's own text from 1.

            Exit codes:
              0  every "expect" holds, and what expects nothing could be decided; as AWS's command
                 does, --cli-input-json gives 0 whatever is decided
              1  something came out differently, or could not be decided
              2  wrong usage, or input that cannot be read; other files are still decided
              3  a mistake of ours

            Examples:
              postern simulate scenarios/
              postern simulate --explain alice-reads.json
              generate-requests | postern simulate --batch - > verdicts.jsonl
              postern simulate --cli-input-json request.json
            """)
        .addOption(Options.flag("--explain", "say what every statement made of the request"))
        .addOption(
            Options.flag(
                "--batch",
                "JSON lines in, JSON lines out, in the same order and as they come; a line that"
                    + " cannot be decided gives an error on its line, and the rest go on"))
        .addOption(
            Options.text(
                "--threads",
                "N",
                "how many threads decide a batch; one for each processor unless given"))
        .addOption(
            Options.flag(
                "--lenient", "decide also policies that AWS may have stored once and now refuses"))
        .addOption(
            Options.choice("--format", FORMATS, "how results are printed; as text unless given"))
        .addOption(
            Options.text(
                AWS_INPUT,
                "FILE|-",
                "the input of `aws iam simulate-custom-policy`; the answer has its form"))
        .addPositional(
            Options.inputsUnless(
                "FILE|DIR|-",
                "scenarios: files, folders that are searched for *.json and *.jsonl (policies beside"
                    + " them are passed over), or - for standard input"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    if (given.hasMatchedOption(AWS_INPUT)) {
      return asAws(given, console);
    }
    if (Options.inputs(given).isEmpty()) {
      throw new UsageException("which scenarios? name files, folders, or - for standard input");
    }
    Inputs inputs = new Inputs(console, ".json", ".jsonl");
    Faults faults = new Faults(console);
    ScenarioReader reader =
        Options.isSet(given, "--lenient") ? ScenarioReader.lenient() : ScenarioReader.strict();
    boolean asExpected =
        Options.isSet(given, "--batch")
            ? batch(given, reader, inputs, faults, console)
            : files(given, reader, inputs, faults, console);
    return ExitCode.of(faults, inputs, asExpected);
  }

  private static int asAws(ParseResult given, Console console) {
    for (String option : NOT_OF_AWS) {
      if (given.hasMatchedOption(option)) {
        throw new UsageException(AWS_INPUT + ": AWS's command has no " + option);
      }
    }
    if (!Options.inputs(given).isEmpty()) {
      throw new UsageException(AWS_INPUT + ": it names the only input");
    }
    Inputs inputs = new Inputs(console, ".json");
    CustomPolicySimulation simulation =
        new CustomPolicySimulation(
            Options.isSet(given, "--lenient") ? PolicyReader.lenient() : PolicyReader.strict());
    String argument = given.matchedOptionValue(AWS_INPUT, "-");
    ImmutableList<Input> found = inputs.find(ImmutableList.of(argument));
    if (found.size() > 1) {
      throw new UsageException(AWS_INPUT + ": `" + argument + "` is a folder");
    }
    for (Input input : found) {
      inputs
          .read(input, ReadLimits.SCENARIOS)
          .flatMap(simulation::answer)
          .map(Visible::json)
          .ifPresent(console.out()::line);
    }
    simulation.complaints().forEach(console::show);
    return inputs.anyUnreadable() || !simulation.complaints().isEmpty()
        ? ExitCode.UNREADABLE
        : ExitCode.CLEAN;
  }

  private static boolean batch(
      ParseResult given, ScenarioReader reader, Inputs inputs, Faults faults, Console console) {
    if (!Options.chosen(given, "--format", FORMATS, "jsonl").equals("jsonl")) {
      throw new UsageException("--batch: the format is jsonl");
    }
    int processors = Runtime.getRuntime().availableProcessors();
    Batch batch =
        new Batch(
            Options.number(given, "--threads", 1, MOST_THREADS, Math.min(processors, MOST_THREADS)),
            inputs,
            faults,
            console);
    Authorizer authorizer = Authorizer.standard().withClock(console.clock());
    boolean explain = Options.isSet(given, "--explain");
    for (Input input : inputs.find(Options.inputs(given))) {
      batch.run(input, new ScenarioAnswers(reader, input.folder(), authorizer, explain));
    }
    return batch.allAsExpected();
  }

  private static boolean files(
      ParseResult given, ScenarioReader reader, Inputs inputs, Faults faults, Console console) {
    if (given.hasMatchedOption("--threads")) {
      throw new UsageException("--threads: only a --batch is decided by several");
    }
    SimulationReport report = report(given, console);
    Authorizer authorizer = Authorizer.standard().withClock(console.clock());
    for (Input input : inputs.find(Options.inputs(given))) {
      faults.guard(
          input.name(),
          () ->
              inputs
                  .read(input, ReadLimits.SCENARIOS)
                  .filter(file -> !ScenarioFile.isPolicyBeside(input, file))
                  .map(file -> reader.read(file, input.folder()))
                  .ifPresent(scenarios -> run(input, scenarios, authorizer, report, faults)));
    }
    report.end();
    return report.allAsExpected();
  }

  private static void run(
      Input input,
      ImmutableList<Scenario> scenarios,
      Authorizer authorizer,
      SimulationReport report,
      Faults faults) {
    for (Scenario scenario : scenarios) {
      faults.guard(scenario.name(), () -> report.add(input.name(), scenario.run(authorizer)));
    }
  }

  private static SimulationReport report(ParseResult given, Console console) {
    boolean explain = Options.isSet(given, "--explain");
    return switch (Options.chosen(given, "--format", FORMATS, "text")) {
      case "json" -> new SimulationReport.Json(console, explain);
      case "jsonl" -> new SimulationReport.JsonLines(console, explain);
      default -> new SimulationReport.Text(console, explain);
    };
  }
}
