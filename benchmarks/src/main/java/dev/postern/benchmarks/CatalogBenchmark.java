package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Questions to a catalog all of whose services have been read. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class CatalogBenchmark {
  private final Catalog catalog = Catalog.bundled();

  /** Reads what is read once. */
  @Setup
  public void warm() {
    if (catalog.expand("*").isEmpty() || catalog.suggest("s3:GetObjct").isEmpty()) {
      throw new IllegalStateException("an empty catalog");
    }
  }

  /** One action. */
  @Benchmark
  public Optional<ActionDefinition> action() {
    return catalog.action("s3:GetObject");
  }

  /** The actions of one service that begin alike. */
  @Benchmark
  public ImmutableList<ActionDefinition> expandBeginning() {
    return catalog.expand("s3:Get*");
  }

  /** All actions. */
  @Benchmark
  public ImmutableList<ActionDefinition> expandAll() {
    return catalog.expand("*");
  }

  /** All actions with a word in their names. */
  @Benchmark
  public ImmutableList<ActionDefinition> expandInner() {
    return catalog.expand("*:*Tag*");
  }

  /** What was meant by a name of a service that is known. */
  @Benchmark
  public ImmutableList<String> suggest() {
    return catalog.suggest("s3:GetObjct");
  }

  /** What was meant by a name to which nothing in its service is near. */
  @Benchmark
  public ImmutableList<String> suggestElsewhere() {
    return catalog.suggest("s3:RunInstancs");
  }
}
