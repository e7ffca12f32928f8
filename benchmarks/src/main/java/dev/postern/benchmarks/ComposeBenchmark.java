package dev.postern.benchmarks;

import dev.postern.benchmarks.workload.BucketOwners;
import dev.postern.benchmarks.workload.PlainRequest;
import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import java.util.ArrayList;
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

/**
 * Holds the policies of many buckets, and composes one of them with the caller's for each request
 * (w5). A hundred requests are spread evenly over the buckets, so that a hundred policies are in
 * use however many are held: it is composing that is measured, not the processor's cache.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@State(Scope.Thread)
public class ComposeBenchmark {
  private static final int REQUESTS = 100;

  /** How many policies are held. */
  @Param({"100", "10000", "100000"})
  public int buckets;

  private final Authorizer authorizer = Authorizer.standard();
  private final List<CompiledPolicy> held = new ArrayList<>();
  private PolicySet caller = PolicySet.EMPTY;
  private Round<Visit> round = Round.empty();

  /** A request, and the bucket that it is on. */
  record Visit(AuthorizationRequest request, int bucket) {}

  /** Compiles the policies of all buckets, and sees that every decision is right. */
  @Setup
  public void prepare() {
    for (int i = 0; i < buckets; i++) {
      held.add(PosternQuestion.compileBucket(BucketOwners.bucket(i)));
    }
    caller = PosternQuestion.compose(BucketOwners.caller());
    Workload questions = BucketOwners.workload(REQUESTS, buckets);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      PlainRequest request = questions.requests().get(i);
      visits.add(
          new Visit(PosternQuestion.request(request), BucketOwners.bucketOf(i, REQUESTS, buckets)));
    }
    round = Round.of(visits, visit -> visit);
    Expectation.allowed(questions, i -> isAllowed(round.get(i)));
  }

  /** One composition and one decision. */
  @Benchmark
  public boolean isAllowed() {
    return isAllowed(round.next());
  }

  private boolean isAllowed(Visit visit) {
    return authorizer.isAllowed(visit.request, caller.withResource(held.get(visit.bucket)));
  }
}
