package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Linter;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.config.ConfigurationException;
import dev.postern.lint.rule.Background;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The projects that inputs belong to: that of the next {@code .postern.yaml} upwards. */
final class Projects {
  static final String FILE = ".postern.yaml";

  private final Console console;
  private final Inputs inputs;
  private final LintOptions options;
  private final Background background;
  private final UnaryOperator<Linter> adjust;
  private final Project unconfigured;
  private final Map<Path, Optional<Path>> files = new HashMap<>();
  // Linked: what is said of them is said in the order in which they were met.
  private final Map<Path, Optional<Project>> projects = new LinkedHashMap<>();

  Projects(Console console, Inputs inputs, LintOptions options, Background background) {
    this.console = console;
    this.inputs = inputs;
    this.options = options;
    this.background = background;
    this.adjust = options::applyTo;
    this.unconfigured =
        new Project(
            console.folder().toAbsolutePath().normalize(),
            inProfile(Configuration.NONE),
            background,
            adjust);
  }

  /** The project of an input; empty, and told, if its configuration is of no use. */
  Optional<Project> of(Input input) {
    if (!options.configuration().isEmpty()) {
      return options.isUnconfigured()
          ? Optional.of(unconfigured)
          : read(console.folder().resolve(options.configuration()));
    }
    Path folder = input.folder().toAbsolutePath().normalize();
    return search(folder).map(this::read).orElseGet(() -> Optional.of(unconfigured));
  }

  /** Those that have a configuration, in the order in which they were met. */
  ImmutableList<Project> configured() {
    Collection<Optional<Project>> all = projects.values();
    return all.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
  }

  private Optional<Path> search(Path folder) {
    Optional<Path> known = files.get(folder);
    if (known == null) {
      Path file = folder.resolve(FILE);
      Path parent = folder.getParent();
      known =
          Files.isRegularFile(file)
              ? Optional.of(file)
              : parent == null ? Optional.empty() : search(parent);
      files.put(folder, known);
    }
    return known;
  }

  private Optional<Project> read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Optional<Project> known = projects.get(absolute);
    if (known == null) {
      known =
          configuration(absolute)
              .map(
                  configuration ->
                      new Project(parent(absolute), inProfile(configuration), background, adjust));
      projects.put(absolute, known);
    }
    return known;
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private Configuration inProfile(Configuration configuration) {
    return options.profile().isEmpty() ? configuration : configuration.inProfile(options.profile());
  }

  private Optional<Configuration> configuration(Path file) {
    String name = console.nameOf(file);
    try (var in = Files.newInputStream(file)) {
      SourceFile source = SourceFile.read(name, in, ReadLimits.POLICY);
      if (!source.problem().isEmpty()) {
        refuse(name, source.problem());
        return Optional.empty();
      }
      JsonReading reading = YamlText.read(source.source());
      if (!reading.problems().isEmpty()) {
        refuse(name, reading.problems());
        return Optional.empty();
      }
      return Optional.of(Configuration.read(reading.value().orElseThrow()));
    } catch (ConfigurationException e) {
      refuse(name, e.problems());
    } catch (IOException e) {
      inputs.report(name + ": " + Inputs.reason(e));
    }
    return Optional.empty();
  }

  private void refuse(String name, ImmutableList<Problem> problems) {
    problems.forEach(problem -> console.show(problem.render()));
    inputs.report(name + ": the policies under this configuration are not linted");
  }
}
