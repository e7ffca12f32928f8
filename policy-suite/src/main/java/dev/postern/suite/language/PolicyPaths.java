package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.PolicyFiles;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policies that one file names by their paths, and what is wrong with what it says of them. */
final class PolicyPaths {
  /** The policy that AWS attaches to every level of an organization until somebody detaches it. */
  private static final CompiledPolicy FULL_AWS_ACCESS =
      ofAws(
          "FullAWSAccess",
          PolicyType.SERVICE_CONTROL,
          """
          {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
          """);

  private final PolicyFiles files;
  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();

  PolicyPaths(PolicyFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  private static CompiledPolicy ofAws(String name, PolicyType type, String text) {
    return CompiledPolicy.of(
            PolicyReader.strict().read(SourceText.of("<" + name + ">", text), type))
        .named(name);
  }

  static boolean isOfAws(CompiledPolicy policy) {
    return policy.document().source() == FULL_AWS_ACCESS.document().source();
  }

  /** What is wrong, in the order in which it was found. */
  ImmutableList<Problem> problems() {
    return ImmutableList.copyOf(problems);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** What a path leads to. */
  Optional<Path> resolve(Located<String> path) {
    try {
      return Optional.of(folder.resolve(path.value()).normalize());
    } catch (InvalidPathException e) {
      unreadable(path, "a file");
      return Optional.empty();
    }
  }

  /** The policies of some paths; those that cannot be had are problems. */
  ImmutableList<CompiledPolicy> all(ImmutableList<Located<String>> paths, PolicyType type) {
    return paths.stream()
        .flatMap(path -> one(path, type).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The policy of a path. */
  Optional<CompiledPolicy> one(Located<String> path, PolicyType type) {
    if (type.equals(PolicyType.SERVICE_CONTROL) && path.value().equals(FULL_AWS_ACCESS.name())) {
      return Optional.of(FULL_AWS_ACCESS);
    }
    Optional<Path> file = resolve(path);
    return file.isEmpty() ? Optional.empty() : read(path, file.get(), type);
  }

  private Optional<CompiledPolicy> read(Located<String> path, Path file, PolicyType type) {
    try {
      PolicyFiles.Found found = files.read(file, type);
      if (found instanceof PolicyFiles.Found.Sound sound) {
        return Optional.of(sound.policy());
      }
      PolicyReading reading = ((PolicyFiles.Found.Faulty) found).reading();
      reading.problems().stream().filter(each -> each.code().refuses()).forEach(problems::add);
    } catch (IOException e) {
      unreadable(path, "the policy file");
    }
    return Optional.empty();
  }

  /** A file cannot be read. */
  void unreadable(Located<String> path, String what) {
    problems.add(
        new Problem(
            ProblemCode.SCENARIO_FILE,
            path.span(),
            what + " `" + path.value() + "` cannot be read",
            "paths are relative to the file that names them"));
  }
}
