package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.LintOptions.Ignored;
import dev.postern.cli.Linting.Linted;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.config.PathGlob;
import dev.postern.lint.config.Suppressions;
import dev.postern.model.source.SourceSpan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The findings of one run that somebody lives with: by the configuration, by side files, or by the
 * command line; and what there is to say about the entries themselves.
 */
final class LivedWith {
  private final Console console;
  private final Inputs inputs;
  private final LintOptions options;
  private final ImmutableList<Path> searched;
  private final LocalDate today;
  private final Set<SourceSpan> used = new HashSet<>();
  private final IdentityHashMap<Input, Suppressions> sides = new IdentityHashMap<>();
  private final List<Linted> linted = new ArrayList<>();

  /**
   * What somebody lives with in one run.
   *
   * @param searched the folders that the run looks through, absolute
   */
  LivedWith(Console console, Inputs inputs, LintOptions options, ImmutableList<Path> searched) {
    this.console = console;
    this.inputs = inputs;
    this.options = options;
    this.searched = searched;
    this.today = LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC);
  }

  /** The result without them. */
  LintResult settle(Linted one, LintResult result) {
    Suppressions.Applied byProject =
        one.project().configuration().suppressions().apply(result, one.identity(), today);
    used.addAll(byProject.used());
    Suppressions.Applied bySide = side(one).apply(byProject.result(), one.identity(), today);
    used.addAll(bySide.used());
    return bySide.result().suppressing(finding -> byCommandLine(finding, one.identity()));
  }

  private Suppressions side(Linted one) {
    return sides.computeIfAbsent(
        one.input(),
        input -> SideFile.of(input, one.project().configuration().wantsReasons(), console, inputs));
  }

  private Optional<String> byCommandLine(Finding finding, String identity) {
    for (Ignored ignored : options.ignored()) {
      if (ignored.picks(finding, identity)) {
        return Optional.of("ignored on the command line in " + ignored.path());
      }
    }
    return Optional.empty();
  }

  /** What there is to say about the side file of a policy, when that is linted. */
  ImmutableList<LintResult> review(Linted one) {
    linted.add(one);
    Suppressions side = side(one);
    if (side == Suppressions.NONE) {
      return ImmutableList.of();
    }
    return worthTelling(
        one.linter()
            .lint(
                side.source(),
                side.source().name(),
                findings ->
                    side.review(one.linter(), today, used, paths -> options.isWhole(), findings)));
  }

  /** What there is to say about the configuration of a project, when all is linted. */
  ImmutableList<LintResult> review(Project project) {
    Configuration configuration = project.configuration();
    Linter linter = project.linter(Projects.FILE);
    return worthTelling(
        linter.lint(
            configuration.source(),
            Projects.FILE,
            findings ->
                configuration.review(
                    linter, today, used, paths -> isJudged(project, paths), findings)));
  }

  private static ImmutableList<LintResult> worthTelling(LintResult result) {
    return result.findings().isEmpty() ? ImmutableList.of() : ImmutableList.of(result);
  }

  /* A hook that looks at two files must not call the entries for all others unused. */
  private boolean isJudged(Project project, ImmutableList<PathGlob> paths) {
    if (!options.isWhole()) {
      return false;
    }
    if (searched.stream().anyMatch(folder -> project.folder().startsWith(folder))) {
      return true;
    }
    return !paths.isEmpty()
        && paths.stream()
            .allMatch(
                path ->
                    path.isExact()
                        && linted.stream()
                            .anyMatch(
                                one -> one.project() == project && path.matches(one.identity())));
  }
}
