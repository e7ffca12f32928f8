package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.CatalogInfo;
import dev.postern.cli.Linting.Linted;
import dev.postern.cli.html.HtmlReport;
import dev.postern.lint.LintResult;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.Linter;
import dev.postern.lint.Subject;
import dev.postern.lint.report.Report;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.MetaRules;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern lint}: what is wrong with these policies? */
final class LintCommand implements Command {
  /* Loops, not streams: these run at each start, where a stream costs milliseconds. */

  /** From this age on, in days, a catalog is worth a word. */
  private static final long OLD = 60;

  private static final ImmutableSet<Severity> USUALLY_FAILING =
      ImmutableSet.of(Severity.ERROR, Severity.SECURITY_WARNING);

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
    LintOptions.addTo(spec);
    Mending.addTo(spec);
    Baselines.addTo(spec);
    return spec.addOption(
            Options.choice(
                "--format", FORMATS.keySet(), "how findings are printed; as text unless given"))
        .addOption(
            Options.text("--max-findings", "N", "print no more than so many, and count the others"))
        .addOption(
            Options.flag(
                "--same-principal",
                "one principal has all these policies: judge what they come to together"))
        .addOption(CatalogOption.spec())
        .addPositional(
            Options.inputs(
                "FILE|DIR|GLOB|-",
                "policies, or what `aws iam get-account-authorization-details` prints: files, folders that are searched for *.json but for what git ignores,"
                    + " globs such as 'policies/**/*.json', or - for standard input"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    return CatalogOption.ask(given, console, catalog -> run(given, catalog, console));
  }

  private static int run(ParseResult given, Catalog catalog, Console console) {
    LintOptions options = LintOptions.of(given);
    Report report = report(given, console);
    int most = Options.number(given, "--max-findings", 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    Background background = Background.of(catalog, console.clock());
    Linter plain = options.applyTo(Linter.standard().judgingBy(background));
    Mending mending = Mending.of(given, console);
    Baselines baselines = Baselines.of(given, options, console);

    Inputs inputs = new Inputs(console, ".json").beside(SideFile::isOne, SideFile::policyOf);
    ImmutableList<Input> found = inputs.find(Options.inputs(given));
    Faults faults = new Faults(console);
    Projects projects = new Projects(console, inputs, options, background);
    LivedWith livedWith = new LivedWith(console, inputs, options, inputs.searched());
    ImmutableList.Builder<Baselines.Result> linted = ImmutableList.builder();
    for (Input input : found) {
      projects.of(input).ifPresent(baselines::open);
    }
    Consumer<Linted> settling =
        one -> {
          for (LintResult result : mending.mend(one, each -> livedWith.settle(one, each), inputs)) {
            linted.add(new Baselines.Result(one.project(), result.atLeast(options.severity())));
          }
          livedWith
              .review(one)
              .forEach(result -> linted.add(new Baselines.Result(one.project(), result)));
        };
    Linting linting = new Linting(console, inputs, faults, options);
    if (Options.isSet(given, "--same-principal")) {
      linting.lintTogether(found, projects, settling);
    } else {
      linting.lint(found, projects, settling);
    }
    for (Project project : projects.configured()) {
      livedWith
          .review(project)
          .forEach(result -> linted.add(new Baselines.Result(project, result)));
    }
    ImmutableList<Baselines.Result> left = baselines.apply(linted.build(), inputs);
    ImmutableList<LintResult> results =
        ImmutableList.<LintResult>builder()
            .addAll(left.stream().map(Baselines.Result::result).toList())
            .addAll(aboutCatalog(catalog.info(), plain, options, console))
            .build();
    boolean fails = left.stream().anyMatch(one -> fails(one, options));
    if (!mending.shows()) {
      print(results, most, report, options, format(given), console);
    }
    results.forEach(result -> result.faults().forEach(fault -> faults.report(fault.describe())));
    if (format(given).equals("text") && !options.isQuiet()) {
      tellGuesses(results, console);
    }
    return ExitCode.of(faults, inputs, !fails);
  }

  private static boolean fails(Baselines.Result one, LintOptions options) {
    ImmutableSet<Severity> failing =
        options.failing().isEmpty()
            ? LintOptions.THRESHOLDS.getOrDefault(
                one.project().configuration().failOn(), USUALLY_FAILING)
            : options.failing().get(0);
    return one.result().findings().stream()
        .anyMatch(finding -> failing.contains(finding.severity()));
  }

  private static ImmutableList<LintResult> aboutCatalog(
      CatalogInfo info, Linter linter, LintOptions options, Console console) {
    long age = CatalogOption.age(info, console);
    if (age <= OLD || !options.isWhole()) {
      return ImmutableList.of();
    }
    SourceText source = SourceText.of("<catalog>", "");
    return ImmutableList.of(
        linter.lint(
            source,
            source.name(),
            findings ->
                findings
                    .at(MetaRules.CATALOG_OLD, source.whole())
                    .message(
                        "the catalog is of "
                            + info.dataDate()
                            + ", "
                            + age
                            + " days ago; what AWS has added since is not in it")
                    .advice("use a newer release, or `--catalog FILE`")
                    .add()));
  }

  private static void print(
      ImmutableList<LintResult> results,
      int most,
      Report report,
      LintOptions options,
      String format,
      Console console) {
    ImmutableList.Builder<LintResult> shown = ImmutableList.builder();
    int left = most;
    int hidden = 0;
    for (LintResult result : results) {
      LintResult some = result.first(left);
      left -= some.findings().size();
      hidden += result.findings().size() - some.findings().size();
      shown.add(some);
    }
    boolean isNothing = results.stream().allMatch(result -> result.findings().isEmpty());
    if (!(options.isQuiet() && isNothing && format.equals("text"))) {
      String rendered = report.render(shown.build());
      console.out().print(JSON.contains(format) ? Visible.json(rendered) : rendered);
    }
    if (hidden > 0) {
      console.tell(hidden + " more findings are not printed, by --max-findings");
    }
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
