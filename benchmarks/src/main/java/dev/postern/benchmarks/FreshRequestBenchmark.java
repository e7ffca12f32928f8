package dev.postern.benchmarks;

import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.Authorizer;
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

/** Makes each request of w2 from strings and a map, and decides it with Postern. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class FreshRequestBenchmark {
  private final Authorizer authorizer = Authorizer.standard();
  private Round<PosternQuestion> round = Round.empty();

  /** Prepares the workload, and sees that every decision is right. */
  @Setup
  public void prepare() {
    Workload questions = Workload.named("w2");
    round = PosternQuestion.verified(questions);
    Expectation.allowed(questions, i -> isAllowed(round.get(i)));
  }

  /** One request and its decision. */
  @Benchmark
  public boolean isAllowed() {
    return isAllowed(round.next());
  }

  private boolean isAllowed(PosternQuestion question) {
    return authorizer.isAllowed(question.makeRequest(), question.policies());
  }
}
