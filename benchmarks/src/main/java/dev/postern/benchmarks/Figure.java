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
  static Figure of(RunResult result) {
    return new Figure(
        name(result.getParams()),
        median(result, CpuTimeProfiler.THREAD),
        median(result, "gc.alloc.rate.norm"));
  }

  private static String name(BenchmarkParams params) {
    String name = params.getBenchmark();
    int simple = name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1;
    return name.substring(simple)
        + params.getParamsKeys().stream()
            .map(key -> ":" + params.getParam(key))
            .collect(Collectors.joining());
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
