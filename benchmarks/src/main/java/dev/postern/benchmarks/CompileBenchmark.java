package dev.postern.benchmarks;

import dev.postern.benchmarks.workload.PlainPolicy;
import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
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

/** Compiles 10,000 statements that were read already, and decides a first request. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class CompileBenchmark {
  private final Authorizer authorizer = Authorizer.standard();
  private PolicyDocument document = PosternQuestion.read(PlainPolicy.of(), PolicyType.IDENTITY);
  private Round<PosternQuestion> round = Round.empty();

  /** Reads the document, and sees that every decision is right. */
  @Setup
  public void prepare() {
    Workload questions = Workload.named("w3-10000");
    document = PosternQuestion.read(questions.policies().identityInOne(), PolicyType.IDENTITY);
    round = PosternQuestion.verified(questions);
    Expectation.allowed(questions, i -> round.get(i).isAllowed());
  }

  /** One compilation, and one decision by what came of it. */
  @Benchmark
  public boolean compileAndDecide() {
    PolicySet policies = PolicySet.EMPTY.withIdentity(CompiledPolicy.of(document));
    return authorizer.isAllowed(round.next().request(), policies);
  }
}
