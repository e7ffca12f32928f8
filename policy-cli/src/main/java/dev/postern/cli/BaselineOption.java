package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Baseline;
import dev.postern.lint.BaselineException;
import dev.postern.lint.LintResult;
import dev.postern.model.json.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The findings that {@code lint} knows already. */
final class BaselineOption {
  private final Console console;
  private final Path file;
  private final boolean updates;
  private final Baseline known;

  private BaselineOption(Console console, Path file, boolean updates, Baseline known) {
    this.console = console;
    this.file = file;
    this.updates = updates;
    this.known = known;
  }

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

  static BaselineOption of(ParseResult given, Console console) {
    String name = given.matchedOptionValue("--baseline", "");
    boolean updates = Options.isSet(given, "--update-baseline");
    if (name.isEmpty()) {
      if (updates) {
        throw new UsageException("--update-baseline: which one? --baseline FILE");
      }
      return new BaselineOption(console, Path.of(""), false, Baseline.NONE);
    }
    Path file = console.folder().resolve(name);
    return new BaselineOption(console, file, updates, read(name, file));
  }

  private static Baseline read(String name, Path file) {
    if (!Files.exists(file)) {
      return Baseline.NONE;
    }
    try {
      SourceFile source = SourceFile.open(file, Baseline.LIMITS);
      if (!source.problem().isEmpty()) {
        throw new UsageException("--baseline: " + source.problem().get(0));
      }
      return Baseline.read(source.source());
    } catch (BaselineException e) {
      throw new UsageException("--baseline: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("--baseline: " + name + ": " + Inputs.reason(e));
    }
  }

  /** The results without what is known; tells of entries that match nothing any more. */
  ImmutableList<LintResult> apply(ImmutableList<LintResult> results, Inputs inputs) {
    Baseline now = known;
    if (updates) {
      now = known.updated(results);
      write(now, inputs);
    }
    Baseline.Applied applied = now.apply(results);
    if (!applied.stale().isEmpty()) {
      console.tell(
          "the baseline has "
              + applied.stale().size()
              + " that are found no more; --update-baseline takes them out");
    }
    return applied.results();
  }

  private void write(Baseline baseline, Inputs inputs) {
    try {
      if (Files.exists(file)) {
        Replacement.of(file).with(baseline.text());
      } else {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, baseline.text());
      }
    } catch (IOException e) {
      inputs.report("--baseline: " + Inputs.reason(e));
    }
  }
}
