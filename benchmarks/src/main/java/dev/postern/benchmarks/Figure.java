package dev.postern.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark came to, the median of its iterations.
 *
 * @param name class, method and parameters, as in {@code DecisionBenchmark.isAllowed:w2}
 * @param nanos processor time of the measuring thread for an operation
 * @param bytes allocated for an operation
 */
record Figure(String name, double nanos, double bytes) {
  /* JMH and its profilers allocate some 10 KB an iteration, whatever is measured. */
  private static final double JMHS_OWN = 32_768;

  static Figure of(RunResult result) {
    return new Figure(
        name(result.getParams()),
        median(result, CpuTimeProfiler.THREAD),
        withoutJmhsOwn(median(result, "gc.alloc.rate.norm"), result));
  }

  private static String name(BenchmarkParams params) {
    String name = params.getBenchmark();
    int simple = name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1;
    return name.substring(simple)
        + params.getParamsKeys().stream()
            .map(key -> ":" + params.getParam(key))
            .collect(Collectors.joining());
  }

  /* A few bytes an operation are JMH's, where an iteration has only thousands of operations. */
  private static double withoutJmhsOwn(double bytes, RunResult result) {
    long operations =
        result.getBenchmarkResults().stream()
            .mapToLong(fork -> fork.getMetadata().getMeasurementOps())
            .sum();
    double anIteration = bytes * operations / result.getParams().getMeasurement().getCount();
    return anIteration < JMHS_OWN ? 0 : bytes;
  }

  private static double median(RunResult result, String ending) {
    List<Double> medians = new ArrayList<>();
    result
        .getSecondaryResults()
        .forEach(
            (label, figure) -> {
              if (label.endsWith(ending)) {
                medians.add(figure.getStatistics().getPercentile(50));
              }
            });
    return medians.get(0);
  }
}
