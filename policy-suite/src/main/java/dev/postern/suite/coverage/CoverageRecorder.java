package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorization;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.LayerOutcome;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.suite.TestedPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Watches tests and counts what they have to do with each policy. It keeps counts, not results.
 * Thread-safe.
 */
public final class CoverageRecorder {
  private final Predicate<CompiledPolicy> counts;
  private final Map<TestedPolicy, PolicyTally> tallies = new LinkedHashMap<>();

  private CoverageRecorder(Predicate<CompiledPolicy> counts) {
    this.counts = counts;
  }

  /** Counts every policy that a test attaches. */
  public static CoverageRecorder ofAllPolicies() {
    return new CoverageRecorder(policy -> true);
  }

  /**
   * Counts some policies only.
   *
   * @param counts whether a policy counts; AWS's own need no test
   */
  public static CoverageRecorder of(Predicate<CompiledPolicy> counts) {
    return new CoverageRecorder(counts);
  }

  /**
   * Counts what one test had to do with its policies. A test that attaches a policy and comes to no
   * decision, or to one that does not ask the policy, shows that there is such a policy.
   */
  public void add(ScenarioResult result) {
    // Explaining a decision is the work; it needs no lock.
    ImmutableList<Watched> watched = result.decision().map(this::watch).orElse(ImmutableList.of());
    synchronized (tallies) {
      for (Authorization authorization : result.scenario().authorizations()) {
        authorization.policies().policies().stream().filter(counts).forEach(this::tally);
      }
      for (Watched each : watched) {
        tally(each.outcome.policy()).add(each.outcome, each.decisive);
      }
    }
  }

  /** A statement's part in a decision. */
  private record Watched(StatementOutcome outcome, boolean decisive) {}

  private ImmutableList<Watched> watch(Decision decision) {
    ImmutableList.Builder<Watched> watched = ImmutableList.builder();
    watch(decision, watched);
    return watched.build();
  }

  /* A call of several authorizations is its parts; the whole repeats one of them. */
  private void watch(Decision decision, ImmutableList.Builder<Watched> watched) {
    if (!decision.parts().isEmpty()) {
      decision.parts().forEach(part -> watch(part, watched));
      return;
    }
    @Nullable StatementOutcome cause = decision.cause().statement().orElse(null);
    for (LayerOutcome layer : decision.layers()) {
      for (StatementOutcome outcome : layer.statements()) {
        if (counts.test(outcome.policy())) {
          watched.add(new Watched(outcome, outcome.equals(cause)));
        }
      }
    }
  }

  private PolicyTally tally(CompiledPolicy policy) {
    return tallies.computeIfAbsent(TestedPolicy.of(policy), PolicyTally::new);
  }

  /** What was counted so far. */
  public SuiteCoverage coverage() {
    synchronized (tallies) {
      return new SuiteCoverage(
          tallies.values().stream()
              .map(PolicyTally::coverage)
              .collect(ImmutableList.toImmutableList()));
    }
  }
}
