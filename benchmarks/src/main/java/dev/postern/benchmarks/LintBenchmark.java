package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Linter;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One policy linted, from text to findings, by all rules of the default profile. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class LintBenchmark {
  /* Enough to be typical, and few enough for several passes in an iteration. */
  private static final int POLICIES = 100;

  /** Which policies: see {@link LintedPolicies}. */
  @Param({"small", "examples", "managed"})
  public String policies = "";

  private final Linter linter = Linter.standard();
  private ImmutableList<SourceText> texts = ImmutableList.of();

  /** Loads the policies. */
  @Setup
  public void load() throws IOException {
    texts = LintedPolicies.spread(policies, POLICIES);
  }

  /** All of them, one after the other, by one thread. */
  @Benchmark
  @OperationsPerInvocation(POLICIES)
  public void lint(Blackhole sink) {
    for (SourceText text : texts) {
      sink.consume(linter.lint(text));
    }
  }
}
