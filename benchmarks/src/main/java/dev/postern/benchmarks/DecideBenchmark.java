package dev.postern.benchmarks;

import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decides prebuilt requests with Postern, reasons known and not yet rendered. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class DecideBenchmark {
  /** What is asked. */
  @Param({"w1", "w2", "w3-10000"})
  public String workload = "";

  private Round<PosternQuestion> round = Round.empty();

  /** Prepares the workload, and sees that every decision is right. */
  @Setup
  public void prepare() {
    round = PosternQuestion.verified(Workload.named(workload));
  }

  /** One decision with its verdict. */
  @Benchmark
  public Verdict decide() {
    return round.next().decide().verdict();
  }
}
