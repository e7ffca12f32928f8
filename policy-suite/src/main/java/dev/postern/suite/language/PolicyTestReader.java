package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.Expectation;
import dev.postern.eval.scenario.PolicyFiles;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the sentences of policy tests. Every mistake is a scenario of its own that cannot be
 * decided, so that no test run overlooks it, and costs no other sentence its result. Thread-safe.
 */
public final class PolicyTestReader {
  /** Much more than a person writes. */
  private static final ReadLimits LIMITS = ReadLimits.POLICY;

  private final PolicyFiles files;

  /** Reads policies by {@code files}. */
  public PolicyTestReader(PolicyFiles files) {
    this.files = files;
  }

  /** Whether a policy is the one that the word {@code FullAWSAccess} stands for. */
  public static boolean isOfAws(CompiledPolicy policy) {
    return PolicyPaths.isOfAws(policy);
  }

  /**
   * Reads a text.
   *
   * @param folder where its paths begin
   */
  public ImmutableList<Scenario> read(SourceFile file, Path folder) {
    if (!file.problem().isEmpty()) {
      return ImmutableList.of(unreadable(file.problem().get(0)));
    }
    if (file.source().text().length() > LIMITS.characters()) {
      return ImmutableList.of(unreadable(tooLong(file.source())));
    }
    SentenceReader.Text text = SentenceReader.read(file.source());
    ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
    text.problems().forEach(problem -> scenarios.add(unreadable(problem)));
    World world = new World();
    PolicyPaths paths = new PolicyPaths(files, folder);
    Set<Path> imported = new HashSet<>();
    imported.add(Path.of(file.source().name()).toAbsolutePath().normalize());
    declareImports(text, paths, world, imported, scenarios);
    world.declare(text.sentences(), paths);
    world.problems().forEach(problem -> scenarios.add(unreadable(problem)));
    return scenarios.addAll(Cases.of(text.sentences(), world)).build();
  }

  /* What is imported twice, or imports itself, is declared once. */
  private void declareImports(
      SentenceReader.Text text,
      PolicyPaths paths,
      World world,
      Set<Path> imported,
      ImmutableList.Builder<Scenario> scenarios) {
    for (Sentence sentence : text.sentences()) {
      if (sentence instanceof Sentence.Import other) {
        Optional<Path> path = paths.resolve(other.path());
        if (path.isPresent() && imported.add(path.get().toAbsolutePath().normalize())) {
          Optional<SourceFile> file = open(other, path.get(), paths);
          if (file.isPresent()) {
            declareImport(file.get(), path.get(), world, imported, scenarios);
          }
        }
      }
    }
  }

  private static Optional<SourceFile> open(Sentence.Import sentence, Path file, PolicyPaths paths) {
    try {
      return Optional.of(SourceFile.open(file, LIMITS));
    } catch (IOException e) {
      paths.unreadable(sentence.path(), "the imported file");
      return Optional.empty();
    }
  }

  private void declareImport(
      SourceFile file,
      Path path,
      World world,
      Set<Path> imported,
      ImmutableList.Builder<Scenario> scenarios) {
    file.problem().forEach(problem -> scenarios.add(unreadable(problem)));
    SourceText source = file.source();
    SentenceReader.Text text = SentenceReader.read(source);
    text.problems().forEach(problem -> scenarios.add(unreadable(problem)));
    Path folder = path.getParent();
    PolicyPaths paths = new PolicyPaths(files, folder == null ? Path.of("") : folder);
    declareImports(text, paths, world, imported, scenarios);
    world.declare(text.sentences(), paths);
  }

  private static Problem tooLong(SourceText source) {
    return new Problem(
        ProblemCode.LIMIT_SIZE,
        new SourceSpan(source, JsonPointer.NONE, 0, 0),
        "the text has more than " + LIMITS.characters() + " characters",
        "at most " + LIMITS.characters() + " are read");
  }

  private static Scenario unreadable(Problem problem) {
    String place = problem.span().source().name() + ":" + problem.span().start();
    return Scenario.unreadable(place, problem.span(), Expectation.NONE, ImmutableList.of(problem));
  }
}
