package dev.postern.benchmarks;

import dev.postern.benchmarks.peer.ObviousRequest;
import dev.postern.benchmarks.workload.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What nothing undercuts in w1: one look-up of the action and a comparison of the prefix. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class LimitBenchmark {
  private final Map<String, String> prefixes =
      new HashMap<>(Map.of("s3:getobject", "arn:aws:s3:::reports-bucket/2026/"));
  private Round<ObviousRequest> round = Round.empty();

  /** Prepares the workload, and sees that every decision is right. */
  @Setup
  public void prepare() {
    Workload questions = Workload.named("w1");
    round = Round.of(questions.requests(), ObviousRequest::of);
    Expectation.allowed(questions, i -> isAllowed(round.get(i)));
  }

  private boolean isAllowed(ObviousRequest request) {
    String prefix = prefixes.get(request.action());
    return prefix != null && request.resource().startsWith(prefix);
  }

  /** One decision. */
  @Benchmark
  public boolean isAllowed() {
    return isAllowed(round.next());
  }
}
