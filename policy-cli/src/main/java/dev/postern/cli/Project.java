package dev.postern.cli;

import com.google.common.collect.ImmutableSet;
import dev.postern.lint.Linter;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.rule.Background;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A folder with a configuration, or all that has none. Thread-safe. */
final class Project {
  private final Path folder;
  private final Configuration configuration;
  private final Background background;
  private final UnaryOperator<Linter> options;
  // Most paths share a linter, and making one costs as much as linting a policy.
  private final Map<ImmutableSet<Integer>, Linter> linters = new ConcurrentHashMap<>();

  /**
   * A project.
   *
   * @param folder where its configuration stands, absolute; if it has none, where the command runs
   * @param options what the command line makes of a linter
   */
  Project(
      Path folder,
      Configuration configuration,
      Background background,
      UnaryOperator<Linter> options) {
    this.folder = folder;
    this.configuration = configuration;
    this.background = background;
    this.options = options;
  }

  Configuration configuration() {
    return configuration;
  }

  /** Where its configuration stands, absolute; if it has none, where the command runs. */
  Path folder() {
    return folder;
  }

  /** What tells an input from others: its path in the project, or else the name that it has. */
  String identity(Input input) {
    if (input instanceof Input.File file) {
      Path path = file.path().toAbsolutePath().normalize();
      if (path.startsWith(folder)) {
        return folder.relativize(path).toString().replace('\\', '/');
      }
    }
    return input.name();
  }

  /** The linter for the policies of one path. */
  Linter linter(String path) {
    return linters.computeIfAbsent(
        configuration.linterKey(path),
        key -> options.apply(configuration.linter(path, background)));
  }
}
