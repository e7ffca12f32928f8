package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Policies, and requests whose right decisions are known. The same on every machine and in every
 * run.
 *
 * @param name as the README has it
 * @param policies what applies to each request
 * @param requests what is asked, in an order without a pattern
 */
public record Workload(String name, PlainPolicies policies, ImmutableList<PlainRequest> requests) {
  /** Names a folder of {@code NAME.json} files, which stand in for the workloads of that name. */
  private static final String PROPERTY = "postern.workloads";

  /**
   * Makes the workload of that name, or reads it from the folder that the system property {@code
   * postern.workloads} names.
   */
  public static Workload named(String name) {
    Path file = Path.of(System.getProperty(PROPERTY, "")).resolve(name + ".json");
    return System.getProperty(PROPERTY) != null && Files.isRegularFile(file)
        ? read(name, file)
        : make(name);
  }

  private static Workload read(String name, Path file) {
    try {
      Workload read =
          WorkloadReader.workload(name, SourceText.of(file.toString(), Files.readString(file)));
      SlowEvaluator evaluator = new SlowEvaluator(read.policies);
      read.requests.forEach(evaluator::check);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workload make(String name) {
    return switch (name) {
      case "w1" -> OneStatement.plain();
      case "w1c" -> OneStatement.conditional();
      case "w2" -> ManyLayers.make();
      case "w3-10" -> SharedStore.of(10);
      case "w3-100" -> SharedStore.of(100);
      case "w3-1000" -> SharedStore.of(1_000);
      case "w3-10000" -> SharedStore.of(10_000);
      case "w4" -> HostilePatterns.stars();
      case "w4q" -> HostilePatterns.questionMarks();
      case "w6" -> ManyTenants.make();
      default -> throw new IllegalArgumentException("there is no workload `" + name + "`");
    };
  }

  /** The same questions of policies without conditions, as an engine without them can be asked. */
  public Workload withoutConditions() {
    PlainPolicies others = policies.map(statement -> statement.when(ImmutableList.of()));
    SlowEvaluator evaluator = new SlowEvaluator(others);
    return new Workload(
        name,
        others,
        requests.stream().map(evaluator::label).collect(ImmutableList.toImmutableList()));
  }

  /** A workload whose authors said what is right; refuses a wrong one. */
  static Workload checked(String name, PlainPolicies policies, Iterable<PlainRequest> requests) {
    SlowEvaluator evaluator = new SlowEvaluator(policies);
    requests.forEach(evaluator::check);
    return new Workload(name, policies, ImmutableList.copyOf(requests));
  }
}
