package dev.postern.suite.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.MoreExecutors;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.Scenario;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Changes the policies that tests attach, one change at a time, and finds the changes that no test
 * notices. A change is made in every place where the policy is attached, and the tests that attach
 * it are asked, in their order, until one that came out as expected no longer does. Immutable.
 *
 * <pre>{@code
 * MutationResult result = MutationRun.standard().of(SuiteReader.strict().read(file));
 * if (!result.share().isAtLeast(80)) { print(result.toText()); }
 * }</pre>
 */
public final class MutationRun {
  private final Authorizer authorizer;
  private final Predicate<CompiledPolicy> changed;
  private final Executor executor;

  private MutationRun(Authorizer authorizer, Predicate<CompiledPolicy> changed, Executor executor) {
    this.authorizer = authorizer;
    this.changed = changed;
    this.executor = executor;
  }

  /**
   * Changes every policy, in the calling thread. Requests that give no time are made at the instant
   * of this call, so that the clock changes nothing meanwhile.
   */
  public static MutationRun standard() {
    return new MutationRun(
        Authorizer.standard().withClock(Clock.fixed(Instant.now(), ZoneOffset.UTC)),
        policy -> true,
        MoreExecutors.directExecutor());
  }

  /** The same with another authorizer. Its clock should stand still. */
  public MutationRun with(Authorizer other) {
    return new MutationRun(other, changed, executor);
  }

  /**
   * The same for some policies only.
   *
   * @param which whether a policy is changed; AWS's own need no test
   */
  public MutationRun changing(Predicate<CompiledPolicy> which) {
    return new MutationRun(authorizer, which, executor);
  }

  /** The same with mutants tried side by side. The result does not depend on it. */
  public MutationRun on(Executor other) {
    return new MutationRun(authorizer, changed, other);
  }

  /** Tries every mutant on the tests. */
  public MutationResult of(Iterable<Scenario> scenarios) {
    TestBench bench = TestBench.of(scenarios, changed, authorizer);
    List<CompletableFuture<MutantOutcome>> running =
        bench.policies().stream()
            .map(Mutants::of)
            .flatMap(ImmutableList::stream)
            .map(mutant -> CompletableFuture.supplyAsync(() -> bench.test(mutant), executor))
            .toList();
    return new MutationResult(
        running.stream().map(CompletableFuture::join).collect(toImmutableList()), bench.without());
  }
}
