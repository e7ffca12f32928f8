package dev.postern.suite;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.PolicyFiles;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.suite.language.PolicyTestReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads tests of policies: scenarios in JSON ({@code .json}, {@code .jsonl}) and the sentences of
 * {@code .policytest} files. What is wrong with one test never loses the others. Thread-safe; a
 * policy file that tests name is read once in a reader's life.
 */
public final class SuiteReader {
  /** How the names of files of sentences end. */
  public static final String SENTENCES = ".policytest";

  /** How the names of all files of tests end. */
  public static final ImmutableList<String> SUFFIXES =
      ImmutableList.of(".json", ".jsonl", SENTENCES);

  private final ScenarioReader scenarios;
  private final PolicyTestReader sentences;

  private SuiteReader(PolicyFiles files) {
    this.scenarios = ScenarioReader.sharing(files);
    this.sentences = new PolicyTestReader(files);
  }

  /** A policy that AWS would not store is an error. */
  public static SuiteReader strict() {
    return new SuiteReader(PolicyFiles.strict());
  }

  /** A policy that AWS may have stored once is decided by the rules for such oddities. */
  public static SuiteReader lenient() {
    return new SuiteReader(PolicyFiles.lenient());
  }

  /**
   * Whether a policy is AWS's own, which the word {@code FullAWSAccess} stands for: nobody here has
   * to test it.
   */
  public static boolean isOfAws(CompiledPolicy policy) {
    return PolicyTestReader.isOfAws(policy);
  }

  /**
   * Reads the tests of a file in UTF-8.
   *
   * @throws IOException if the file cannot be read
   */
  public ImmutableList<Scenario> read(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return read(SourceFile.open(file, ReadLimits.SCENARIOS), folder == null ? Path.of("") : folder);
  }

  /**
   * Reads the tests of what came from a file or a stream; the suffix of its name says what it is.
   *
   * @param folder where the paths of policies begin
   */
  public ImmutableList<Scenario> read(SourceFile file, Path folder) {
    return file.source().name().endsWith(SENTENCES)
        ? sentences.read(file, folder)
        : scenarios.read(file, folder);
  }
}
