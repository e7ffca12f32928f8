package dev.postern.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.cli.Linting.Linted;
import dev.postern.lint.FixedPolicy;
import dev.postern.lint.LintResult;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What {@code lint} does about findings that can be mended without changing a decision. */
final class Mending {
  private static final int CONTEXT = 3;
  private static final Splitter LINES = Splitter.on('\n');

  private final Console console;
  private final boolean fixes;
  private final boolean shows;

  private Mending(Console console, boolean fixes, boolean shows) {
    this.console = console;
    this.fixes = fixes;
    this.shows = shows;
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
            Options.flag(
                "--fix",
                "mend what can be mended without changing a decision, and report what is left"))
        .addOption(
            Options.flag(
                "--diff", "print what --fix would change in place of the report; change nothing"));
  }

  static Mending of(ParseResult given, Console console) {
    boolean fixes = Options.isSet(given, "--fix");
    boolean shows = Options.isSet(given, "--diff");
    if (fixes && shows) {
      throw new UsageException("--fix and --diff exclude each other");
    }
    if ((fixes || shows) && Options.isSet(given, "--same-principal")) {
      throw new UsageException(
          "--same-principal: what several policies have in common is not mended");
    }
    if (fixes && Options.inputs(given).contains("-")) {
      throw new UsageException("--fix: standard input cannot be rewritten");
    }
    return new Mending(console, fixes, shows);
  }

  /** Whether what would change is printed in place of a report. */
  boolean shows() {
    return shows;
  }

  /**
   * Mends a policy, or shows how, if that is asked for; what is left to say of it. What IAM tells
   * of an account is no text that anybody would mend.
   *
   * @param settled takes out what somebody lives with, and so is not mended
   */
  ImmutableList<LintResult> mend(Linted one, UnaryOperator<LintResult> settled, Inputs inputs) {
    ImmutableList<LintResult> results =
        one.results().stream().map(settled).collect(ImmutableList.toImmutableList());
    boolean isOnePolicy = results.size() == 1 && results.get(0).subject().title().isEmpty();
    return (fixes || shows) && isOnePolicy
        ? ImmutableList.of(mend(one, results.get(0), settled, inputs))
        : results;
  }

  private LintResult mend(
      Linted one, LintResult result, UnaryOperator<LintResult> settled, Inputs inputs) {
    FixedPolicy fixed = one.linter().fix(result, settled);
    if (fixed.fixed().isEmpty()) {
      return result;
    }
    if (shows) {
      console.out().print(Visible.json(difference(result, fixed)));
      return result;
    }
    return written(one.input(), fixed, inputs) ? fixed.left() : result;
  }

  private boolean written(Input input, FixedPolicy fixed, Inputs inputs) {
    try {
      if (input instanceof Input.File file) {
        Replacement.of(file.path()).with(fixed.text());
      }
    } catch (IOException e) {
      inputs.report(input, e);
      return false;
    }
    fixed
        .fixed()
        .forEach(
            finding ->
                console.tell(Visible.line("mended " + finding.span() + ": " + finding.id())));
    return true;
  }

  private static String difference(LintResult result, FixedPolicy fixed) {
    List<String> before = LINES.splitToList(result.source().text());
    String name = result.source().name();
    return String.join(
            "\n",
            UnifiedDiffUtils.generateUnifiedDiff(
                name,
                name,
                before,
                DiffUtils.diff(before, LINES.splitToList(fixed.text())),
                CONTEXT))
        + "\n";
  }
}
