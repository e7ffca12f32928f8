package dev.postern.benchmarks;

import dev.postern.benchmarks.peer.ObviousEngine;
import dev.postern.benchmarks.peer.ObviousRequest;
import dev.postern.benchmarks.workload.PlainPolicies;
import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.Verdict;
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

/** Decides prebuilt requests as hand-written Java does that looks at every statement in turn. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ObviousBenchmark {
  /** What is asked. */
  @Param({"w1", "w1c", "w2", "w3-10", "w3-100", "w3-1000", "w3-10000", "w4", "w4q", "w6"})
  public String workload = "";

  private Round<ObviousRequest> round = Round.empty();
  private ObviousEngine engine = new ObviousEngine(PlainPolicies.ofIdentity(List.of()), "");

  /** Prepares the workload, and sees that every decision is right. */
  @Setup
  public void prepare() {
    Workload questions = Workload.named(workload);
    engine = new ObviousEngine(questions.policies(), "alice");
    round = Round.of(questions.requests(), ObviousRequest::of);
    Expectation.verdicts(questions, i -> engine.decide(round.get(i)));
  }

  /** One decision. */
  @Benchmark
  public Verdict decide() {
    return engine.decide(round.next());
  }
}
