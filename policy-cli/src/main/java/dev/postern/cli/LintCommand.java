package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.Catalog;
import dev.postern.cli.html.HtmlReport;
import dev.postern.lint.LintResult;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.Linter;
import dev.postern.lint.Subject;
import dev.postern.lint.report.Report;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern lint}: what is wrong with these policies? */
final class LintCommand implements Command {
  /* Loops, not streams: these run at each start, where a stream costs milliseconds. */

  private static final ImmutableMap<String, PolicyType> TYPES = types();

  /** The severities that fail a run. */
  private static final ImmutableMap<String, ImmutableSet<Severity>> THRESHOLDS = thresholds();

  private static final ImmutableSet<String> PROFILES = ImmutableSet.of("default", "strict");

  private static final ImmutableMap<String, Supplier<Report>> FORMATS =
      ImmutableMap.<String, Supplier<Report>>builder()
          .put("text", Report::text)
          .put("json", Report::json)
          .put("jsonl", Report::jsonLines)
          .put("sarif", Report::sarif)
          .put("junit", Report::junit)
          .put("github", Report::github)
          .put("gitlab", Report::gitlab)
          .put("access-analyzer", Report::accessAnalyzer)
          .put("html", () -> new HtmlReport()) // HtmlReport::new would load it at each start
          .buildOrThrow();

  /** Formats in which what a terminal would act upon has to be escaped as in JSON. */
  private static final ImmutableSet<String> JSON =
      ImmutableSet.of("json", "jsonl", "sarif", "gitlab", "access-analyzer");

  private static ImmutableMap<String, PolicyType> types() {
    ImmutableMap.Builder<String, PolicyType> types = ImmutableMap.builder();
    for (PolicyType type : PolicyType.ALL) {
      types.put(type.kind().optionName(), type);
    }
    return types.buildOrThrow();
  }

  private static ImmutableMap<String, ImmutableSet<Severity>> thresholds() {
    ImmutableMap.Builder<String, ImmutableSet<Severity>> thresholds = ImmutableMap.builder();
    ImmutableSet.Builder<Severity> failing = ImmutableSet.builder();
    for (Severity severity : Severity.values()) {
      failing.add(severity);
      thresholds.put(severity.word(), failing.build());
    }
    return thresholds.put("none", ImmutableSet.of()).buildOrThrow();
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "lint",
            "Finds mistakes in policies.",
            """
            Formats:
              text    for people: the finding, its line, a caret, what would be right
              json    one document: findings, policies, summary, faults
              jsonl   one finding a line
              sarif   SARIF 2.1.0, for code scanning
              junit   JUnit's XML: a failed test for each finding
              github  annotations of GitHub Actions
              gitlab  GitLab's code quality
              access-analyzer
                      what `aws accessanalyzer validate-policy` answers: for one policy the
                      answer itself, for several a line each
              html    one self-contained page

            Exit codes:
              0  no finding as bad as --fail-on
              1  at least one; a file that is not JSON is one, too
              2  wrong usage or a file that cannot be read; the other files are still linted
              3  a rule failed, which is a mistake of ours; all other findings are still printed

            Examples:
              postern lint deploy.json
              postern lint --policy-type scp --fail-on warning organization/
              postern lint --diff policies/
              aws iam get-policy-version ... | postern lint --format json -
            """);
    Mending.addTo(spec);
    BaselineOption.addTo(spec);
    return spec.addOption(
            Options.choice(
                "--policy-type",
                TYPES.keySet(),
                "what the policies are; otherwise each is guessed to be an identity, resource or"
                    + " trust policy, and reported as guessed"))
        .addOption(
            Options.text(
                "--resource-type",
                "TYPE",
                "the resource that they are attached to, such as AWS::S3::Bucket"))
        .addOption(
            Options.text(
                "--rules",
                "RULE,...",
                "only these rules: ids, globs such as trust-*, severities, or codes of Access"
                    + " Analyzer"))
        .addOption(Options.text("--ignore", "RULE,...", "all but these rules"))
        .addOption(
            Options.choice(
                "--profile", PROFILES, "strict adds the rules that only a careful author wants"))
        .addOption(
            Options.choice(
                "--fail-on",
                THRESHOLDS.keySet(),
                "the mildest severity that exits with 1; security-warning unless given"))
        .addOption(
            Options.choice(
                "--format", FORMATS.keySet(), "how findings are printed; as text unless given"))
        .addOption(CatalogOption.spec())
        .addPositional(
            Options.inputs(
                "FILE|DIR|-",
                "policies: files, folders that are searched for *.json, or - for standard input"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    return CatalogOption.ask(given, console, catalog -> run(given, catalog, console));
  }

  private static int run(ParseResult given, Catalog catalog, Console console) {
    Report report = report(given, console);
    ImmutableSet<Severity> failing =
        Options.chosen(
            given,
            "--fail-on",
            THRESHOLDS,
            ImmutableSet.of(Severity.ERROR, Severity.SECURITY_WARNING));
    Linter linter = linter(given).judgingBy(Background.of(catalog, console.clock()));
    Function<SourceFile, LintResult> lint = lint(linter, type(given));
    Mending mending = Mending.of(given, linter, console);
    BaselineOption baseline = BaselineOption.of(given, console);

    Inputs inputs = new Inputs(console, ".json");
    Faults faults = new Faults(console);
    ImmutableList.Builder<LintResult> linted = ImmutableList.builder();
    for (Input input : inputs.find(Options.inputs(given))) {
      inputs
          .read(input, ReadLimits.POLICY)
          .ifPresent(
              file ->
                  faults.guard(
                      input.name(),
                      () -> linted.add(mending.mend(input, lint.apply(file), inputs))));
    }
    ImmutableList<LintResult> results = baseline.apply(linted.build(), inputs);
    if (!mending.shows()) {
      String rendered = report.render(results);
      console.out().print(JSON.contains(format(given)) ? Visible.json(rendered) : rendered);
    }
    results.forEach(result -> result.faults().forEach(fault -> faults.report(fault.describe())));
    if (format(given).equals("text")) {
      tellGuesses(results, console);
    }
    return faults.any()
        ? ExitCode.FAULT
        : inputs.anyUnreadable()
            ? ExitCode.UNREADABLE
            : fails(results, failing) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static boolean fails(ImmutableList<LintResult> results, ImmutableSet<Severity> failing) {
    for (LintResult result : results) {
      for (Severity severity : failing) {
        if (result.count(severity) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static Report report(ParseResult given, Console console) {
    Supplier<Report> report = Options.chosen(given, "--format", FORMATS, Report::text);
    return console.coloured() && format(given).equals("text")
        ? Report.colouredText()
        : report.get();
  }

  private static String format(ParseResult given) {
    return given.matchedOptionValue("--format", "text");
  }

  private static Optional<PolicyType> type(ParseResult given) {
    Optional<PolicyType> stated =
        given.hasMatchedOption("--policy-type")
            ? Optional.of(Options.chosen(given, "--policy-type", TYPES, PolicyType.IDENTITY))
            : Optional.empty();
    String resource = given.matchedOptionValue("--resource-type", "");
    if (resource.isEmpty()) {
      return stated;
    }
    PolicyType type = PolicyType.resource(resource);
    if (stated.isPresent()
        && stated.get().kind() != type.kind()
        && stated.get().kind() != PolicyType.Kind.RESOURCE) {
      throw new UsageException(
          "--resource-type: a policy of type " + stated.get() + " is not attached to " + resource);
    }
    return Optional.of(type);
  }

  private static Linter linter(ParseResult given) {
    boolean strict = Options.chosen(given, "--profile", PROFILES, "default").equals("strict");
    Linter linter = strict ? Linter.strict() : Linter.standard();
    String[] only = Options.list(given, "--rules");
    String[] without = Options.list(given, "--ignore");
    try {
      linter = only.length == 0 ? linter : linter.rules(only);
      return without.length == 0 ? linter : linter.without(without);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Function<SourceFile, LintResult> lint(Linter linter, Optional<PolicyType> type) {
    return type.isPresent() ? file -> linter.lint(file, type.get()) : linter::lint;
  }

  /* The report names a guess beside findings; a policy without any is named here only. */
  private static void tellGuesses(ImmutableList<LintResult> results, Console console) {
    EnumMap<PolicyType.Kind, Integer> guesses = new EnumMap<>(PolicyType.Kind.class);
    for (LintResult result : results) {
      if (result.subject() instanceof Subject.Policy policy
          && policy.typeSource() == TypeSource.GUESSED) {
        guesses.merge(policy.type().kind(), 1, Integer::sum);
      }
    }
    if (!guesses.isEmpty()) {
      List<String> counts = new ArrayList<>();
      guesses.forEach((kind, count) -> counts.add(count + " " + kind.optionName()));
      console.tell(
          "guessed by their elements: "
              + String.join(", ", counts)
              + "; --policy-type says what they are");
    }
  }
}
