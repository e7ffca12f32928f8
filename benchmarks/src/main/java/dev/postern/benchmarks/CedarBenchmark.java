package dev.postern.benchmarks;

import com.cedarpolicy.model.AuthorizationRequest;
import dev.postern.benchmarks.peer.CedarEngine;
import dev.postern.benchmarks.workload.PlainPolicies;
import dev.postern.benchmarks.workload.Workload;
import java.util.List;
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

/** Decides prebuilt requests with Cedar. Not w4q: Cedar knows no single wildcard character. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class CedarBenchmark {
  /** What is asked. */
  @Param({"w1", "w1c", "w2", "w3-10", "w3-100", "w3-1000", "w3-10000", "w4", "w6"})
  public String workload = "";

  private Round<AuthorizationRequest> round = Round.empty();
  private CedarEngine engine = CedarEngine.of(PlainPolicies.ofIdentity(List.of()));

  /** Prepares the workload, and sees that every decision is right. */
  @Setup
  public void prepare() {
    Workload questions = Workload.named(workload);
    engine = CedarEngine.of(questions.policies());
    round = Round.of(questions.requests(), CedarEngine::request);
    Expectation.allowed(questions, i -> engine.isAllowed(round.get(i)));
  }

  /** One decision. */
  @Benchmark
  public boolean isAllowed() {
    return engine.isAllowed(round.next());
  }
}
