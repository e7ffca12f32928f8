package dev.postern.benchmarks;

import dev.postern.benchmarks.workload.PlainRequest;
import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.Verdict;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Stops the run of an engine that decides a request of its workload wrongly. */
final class Expectation {
  private Expectation() {}

  /** Every request, by its place in the workload, gets the verdict that is right. */
  static void verdicts(Workload workload, IntFunction<Verdict> decide) {
    List<PlainRequest> requests = workload.requests();
    for (int i = 0; i < requests.size(); i++) {
      Verdict decided = decide.apply(i);
      if (decided != requests.get(i).expected()) {
        throw new IllegalStateException(
            workload.name() + ": decided " + decided + ", wrongly: " + requests.get(i));
      }
    }
  }

  /** Every request, by its place in the workload, is allowed where that is right. */
  static void allowed(Workload workload, IntPredicate isAllowed) {
    List<PlainRequest> requests = workload.requests();
    for (int i = 0; i < requests.size(); i++) {
      boolean allowed = requests.get(i).expected() == Verdict.ALLOWED;
      if (isAllowed.test(i) != allowed) {
        throw new IllegalStateException(
            workload.name()
                + (allowed ? ": not allowed" : ": allowed")
                + ", wrongly: "
                + requests.get(i));
      }
    }
  }
}
