package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.cli.html.CoverageReport;
import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.suite.Share;
import dev.postern.suite.SuiteReader;
import dev.postern.suite.coverage.CoverageRecorder;
import dev.postern.suite.coverage.SuiteCoverage;
import dev.postern.suite.mutation.MutationResult;
import dev.postern.suite.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern test}: do these policies do what their authors meant? */
final class TestCommand implements Command {
  private static final ImmutableSet<String> FORMATS = ImmutableSet.of("text", "json", "junit");

  @Override
  public CommandSpec spec() {
    return Options.command(
            "test",
            "Runs tests of policies, and says what they leave untested.",
            """
            A test is a sentence of a *.policytest file, or a scenario with "expect". A test that
            cannot be read or decided fails. docs/policytest.md has the language.

            Coverage is the share of the parts of policies (statements, their principals, actions,
            resources and both sides of each condition) that took part in a decision. A mutant is a
            policy with one change; one that no test notices shows what the tests do not say.

            Formats:
              text   failures with all reasons, and a summary
              json   one document: files, summary, coverage, mutation
              junit  XML for what knows tests: a suite for each file

            Exit codes:
              0  every test came out as expected, and no share is below its minimum
              1  some did not, or a share is below its minimum
              2  wrong usage, or input that cannot be read; other files are still tested
              3  a mistake of ours

            Examples:
              postern test tests/
              postern test --coverage --coverage-min 90 tests/
              postern test --coverage-html coverage.html tests/
              postern test --mutate tests/
            """)
        .addOption(
            Options.choice("--format", FORMATS, "how results are printed; as text unless given"))
        .addOption(Options.flag("--coverage", "print what of each policy no test covers"))
        .addOption(
            Options.text(
                "--coverage-html", "FILE", "write a page with the text of each policy marked"))
        .addOption(Options.text("--coverage-min", "PERCENT", "fail if tests cover less"))
        .addOption(
            Options.flag("--mutate", "change the policies, and list changes that no test notices"))
        .addOption(Options.text("--mutation-min", "PERCENT", "fail if tests notice less"))
        .addOption(
            Options.flag(
                "--lenient", "decide also policies that AWS may have stored once and now refuses"))
        .addPositional(
            Options.inputs(
                "FILE|DIR|-",
                "tests: files, folders that are searched for *.policytest, *.json and *.jsonl"
                    + " (policies beside them are passed over), or - for a scenario on standard"
                    + " input"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    int leastCovered = percent(given, "--coverage-min");
    int leastNoticed = percent(given, "--mutation-min");
    String format = Options.chosen(given, "--format", FORMATS, "text");
    boolean mutates = Options.isSet(given, "--mutate") || given.hasMatchedOption("--mutation-min");
    boolean prints = Options.isSet(given, "--coverage") || given.hasMatchedOption("--coverage-min");
    if (format.equals("junit")
        && (Options.isSet(given, "--coverage") || Options.isSet(given, "--mutate"))) {
      throw new UsageException("--format junit: it has no place for coverage or mutants");
    }
    Inputs inputs = new Inputs(console, SuiteReader.SUFFIXES.toArray(String[]::new));
    Faults faults = new Faults(console);
    ImmutableList<TestedFile> files = run(given, inputs, faults, console);
    Optional<SuiteCoverage> coverage =
        prints || given.hasMatchedOption("--coverage-html")
            ? Optional.of(coverage(files))
            : Optional.empty();
    Optional<MutationResult> mutation =
        mutates ? Optional.of(mutate(files, console)) : Optional.empty();
    TestReport report = TestReport.named(format);
    console
        .out()
        .print(
            report.render(
                files, prints ? coverage : Optional.empty(), mutation, console.coloured()));
    if (coverage.isPresent() && given.hasMatchedOption("--coverage-html")) {
      writePage(given, coverage.get(), inputs, console);
    }
    // Both are told, and not only the first.
    boolean covered =
        isEnough("tests cover", coverage.map(SuiteCoverage::share), leastCovered, console);
    boolean noticed =
        isEnough("tests notice", mutation.map(MutationResult::share), leastNoticed, console);
    boolean allAsExpected = files.stream().allMatch(TestedFile::isAsExpected);
    return ExitCode.of(faults, inputs, allAsExpected && covered && noticed);
  }

  private static int percent(ParseResult given, String option) {
    return Options.number(given, option, 0, 100, 0);
  }

  private static ImmutableList<TestedFile> run(
      ParseResult given, Inputs inputs, Faults faults, Console console) {
    SuiteReader reader =
        Options.isSet(given, "--lenient") ? SuiteReader.lenient() : SuiteReader.strict();
    Authorizer authorizer = authorizer(console);
    ImmutableList.Builder<TestedFile> files = ImmutableList.builder();
    for (Input input : inputs.find(Options.inputs(given))) {
      faults.guard(
          input.name(),
          () ->
              inputs
                  .read(input, ReadLimits.SCENARIOS)
                  .filter(file -> !ScenarioFile.isPolicyBeside(input, file))
                  .map(file -> run(input, file, reader, authorizer))
                  .ifPresent(files::add));
    }
    return files.build();
  }

  private static TestedFile run(
      Input input, SourceFile file, SuiteReader reader, Authorizer authorizer) {
    ImmutableList.Builder<ScenarioResult> results = ImmutableList.builder();
    for (Scenario scenario : reader.read(file, input.folder())) {
      results.add(scenario.run(authorizer));
    }
    return new TestedFile(input.name(), results.build());
  }

  /* What asks for the time gets the same answer in the tests and in every mutant. */
  private static Authorizer authorizer(Console console) {
    return Authorizer.standard().withClock(Clock.fixed(console.clock().instant(), ZoneOffset.UTC));
  }

  private static SuiteCoverage coverage(ImmutableList<TestedFile> files) {
    CoverageRecorder recorder = CoverageRecorder.of(policy -> !SuiteReader.isOfAws(policy));
    files.forEach(file -> file.results().forEach(recorder::add));
    return recorder.coverage();
  }

  private static MutationResult mutate(ImmutableList<TestedFile> files, Console console) {
    return MutationRun.standard()
        .with(authorizer(console))
        .changing(policy -> !SuiteReader.isOfAws(policy))
        .of(
            files.stream()
                .flatMap(file -> file.results().stream())
                .map(ScenarioResult::scenario)
                .toList());
  }

  private static void writePage(
      ParseResult given, SuiteCoverage coverage, Inputs inputs, Console console) {
    String name = given.matchedOptionValue("--coverage-html", "");
    Path file = console.folder().resolve(name);
    try {
      Replacement.write(file, CoverageReport.render(coverage));
    } catch (IOException e) {
      inputs.report(name + ": " + Inputs.reason(e));
    }
  }

  private static boolean isEnough(String what, Optional<Share> share, int least, Console console) {
    boolean enough = share.isEmpty() || share.get().isAtLeast(least);
    if (!enough) {
      console.tell(what + " " + share.get().percent() + " %, which is less than " + least + " %");
    }
    return enough;
  }
}
