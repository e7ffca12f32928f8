package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import dev.postern.lint.Baseline;
import dev.postern.lint.BaselineException;
import dev.postern.lint.LintResult;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The findings that {@code lint} knows already: of one file for all, or of one for each project.
 */
final class Baselines {
  private final Console console;
  private final String named;
  private final boolean updates;
  private final boolean isWhole;
  private final Map<Path, Known> known = new HashMap<>();

  private Baselines(Console console, String named, boolean updates, boolean isWhole) {
    this.console = console;
    this.named = named;
    this.updates = updates;
    this.isWhole = isWhole;
  }

  /**
   * A baseline and its text.
   *
   * @param source the text; an empty one where there is no file yet
   * @param baseline what it has
   */
  private record Known(SourceText source, Baseline baseline) {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
            Options.text(
                "--baseline",
                "FILE",
                "findings in this file are old, and suppressed; no file, none"))
        .addOption(
            Options.flag(
                "--update-baseline", "write all that is found to the baseline, and suppress it"));
  }

  static Baselines of(ParseResult given, LintOptions options, Console console) {
    return new Baselines(
        console,
        given.matchedOptionValue("--baseline", ""),
        Options.isSet(given, "--update-baseline"),
        options.isWhole());
  }

  private Optional<Path> file(Project project) {
    if (!named.isEmpty()) {
      return Optional.of(console.folder().resolve(named));
    }
    String configured = project.configuration().baseline();
    return configured.isEmpty()
        ? Optional.empty()
        : Optional.of(project.folder().resolve(configured));
  }

  /**
   * Reads the baseline of a project before anything is linted.
   *
   * @throws UsageException if it is of no use
   */
  void open(Project project) {
    Optional<Path> file = file(project);
    if (file.isEmpty() && updates) {
      throw new UsageException("--update-baseline: which one? --baseline FILE");
    }
    file.ifPresent(path -> known.computeIfAbsent(path, this::read));
  }

  private Known read(Path file) {
    String name = named.isEmpty() ? console.nameOf(file) : named;
    if (!Files.exists(file)) {
      return new Known(SourceText.of(name, ""), Baseline.NONE);
    }
    try (var in = Files.newInputStream(file)) {
      SourceFile source = SourceFile.read(name, in, Baseline.LIMITS);
      if (!source.problem().isEmpty()) {
        throw new UsageException("--baseline: " + source.problem().get(0));
      }
      return new Known(source.source(), Baseline.read(source.source()));
    } catch (BaselineException e) {
      throw new UsageException("--baseline: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("--baseline: " + name + ": " + Inputs.reason(e));
    }
  }

  /**
   * A result, and the project that it belongs to.
   *
   * @param project the project
   * @param result the result
   */
  record Result(Project project, LintResult result) {}

  /**
   * The results without what is known, in their order; behind them, what there is to say about the
   * baselines.
   */
  ImmutableList<Result> apply(ImmutableList<Result> results, Inputs inputs) {
    ImmutableList.Builder<Result> about = ImmutableList.builder();
    Map<Optional<Path>, Iterator<LintResult>> applied = new HashMap<>();
    Multimaps.index(results, result -> file(result.project()))
        .asMap()
        .forEach(
            (file, some) ->
                applied.put(
                    file, apply(file, ImmutableList.copyOf(some), inputs, about).iterator()));
    ImmutableList.Builder<Result> all = ImmutableList.builder();
    for (Result result : results) {
      Iterator<LintResult> next = applied.get(file(result.project()));
      if (next != null && next.hasNext()) {
        all.add(new Result(result.project(), next.next()));
      }
    }
    return all.addAll(about.build()).build();
  }

  private ImmutableList<LintResult> apply(
      Optional<Path> file,
      ImmutableList<Result> some,
      Inputs inputs,
      ImmutableList.Builder<Result> about) {
    ImmutableList<LintResult> results =
        some.stream().map(Result::result).collect(ImmutableList.toImmutableList());
    Known before = file.map(known::get).orElse(null);
    if (file.isEmpty() || before == null) {
      return results;
    }
    if (updates) {
      Baseline now = before.baseline().updated(results);
      write(file.get(), now, inputs);
      return now.apply(results).results();
    }
    Baseline.Applied applied = before.baseline().apply(results);
    if (isWhole && !applied.stale().isEmpty()) {
      Project project = some.get(0).project();
      about.add(
          new Result(
              project,
              project
                  .linter(Projects.FILE)
                  .lint(
                      before.source(),
                      before.source().name(),
                      findings -> before.baseline().review(applied.stale(), findings))));
    }
    return applied.results();
  }

  private static void write(Path file, Baseline baseline, Inputs inputs) {
    try {
      Replacement.write(file, baseline.text());
    } catch (IOException e) {
      inputs.report("--baseline: " + Inputs.reason(e));
    }
  }
}
