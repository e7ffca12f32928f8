package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Which benchmarks are run with which parameters, and for how long. */
record Plan(ImmutableList<Part> parts, int warmups, int iterations, TimeValue time) {
  /** One class of benchmarks with its parameters. */
  record Part(String benchmark, int methods, ImmutableListMultimap<String, String> parameters) {
    static Part of(String benchmark) {
      return new Part(benchmark, 1, ImmutableListMultimap.of());
    }

    static Part of(String benchmark, String parameter, String... values) {
      return new Part(
          benchmark,
          1,
          ImmutableListMultimap.<String, String>builder().putAll(parameter, values).build());
    }

    /** How many figures come of it. */
    int size() {
      return methods
          * parameters.asMap().values().stream()
              .mapToInt(values -> values.size())
              .reduce(1, (a, b) -> a * b);
    }
  }

  private static final String WORKLOAD = "workload";
  private static final String BUCKETS = "buckets";

  /** All there is: ten to fifteen minutes. */
  static Plan full(boolean reading) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    parts.add(
        Part.of("LimitBenchmark"),
        Part.of(
            "DecisionBenchmark",
            WORKLOAD,
            "w1",
            "w1c",
            "w2",
            "w3-10",
            "w3-100",
            "w3-1000",
            "w3-10000",
            "w4",
            "w4q",
            "w6"),
        Part.of("DecideBenchmark", WORKLOAD, "w1", "w2", "w3-10000"),
        Part.of("FreshRequestBenchmark"),
        Part.of("ComposeBenchmark", BUCKETS, "100", "10000", "100000"),
        Part.of("CompileBenchmark"),
        hostile("stars", "needle", "questions"),
        Part.of(
            "ObviousBenchmark",
            WORKLOAD,
            "w1",
            "w1c",
            "w2",
            "w3-10",
            "w3-100",
            "w3-1000",
            "w3-10000",
            "w4",
            "w4q",
            "w6"),
        Part.of(
            "CedarBenchmark",
            WORKLOAD,
            "w1",
            "w1c",
            "w2",
            "w3-10",
            "w3-100",
            "w3-1000",
            "w3-10000",
            "w4",
            "w6"),
        Part.of("CasbinBenchmark", WORKLOAD, "w1", "w3-10", "w3-100", "w3-1000", "w3-10000"));
    parts.add(catalogPart());
    parts.add(reading ? lintPart("small", "examples", "managed") : lintPart("small", "examples"));
    if (reading) {
      parts.add(new Part("ReadingBenchmark", 4, ImmutableListMultimap.of("layout", "compact")));
    }
    return new Plan(parts.build(), 3, 5, TimeValue.seconds(1));
  }

  /** What the goals need, and less of each: three minutes. */
  static Plan quick(boolean reading) {
    return new Plan(
        ImmutableList.of(
            Part.of("LimitBenchmark"),
            Part.of("DecisionBenchmark", WORKLOAD, "w1", "w2", "w3-10", "w3-10000", "w6"),
            Part.of("DecideBenchmark", WORKLOAD, "w2"),
            Part.of("FreshRequestBenchmark"),
            Part.of("ComposeBenchmark", BUCKETS, "100", "100000"),
            Part.of("CompileBenchmark"),
            hostile("stars", "questions"),
            Part.of("ObviousBenchmark", WORKLOAD, "w1", "w2", "w3-10000"),
            Part.of("CedarBenchmark", WORKLOAD, "w1", "w2", "w3-10000"),
            Part.of("CasbinBenchmark", WORKLOAD, "w1", "w3-10000"),
            catalogPart(),
            lintPart("small", reading ? "managed" : "examples")),
        2,
        3,
        TimeValue.milliseconds(500));
  }

  /** The catalog alone: half a minute. */
  static Plan catalog() {
    return new Plan(ImmutableList.of(catalogPart()), 2, 3, TimeValue.seconds(1));
  }

  /** The linter alone: a minute. */
  static Plan lint(boolean reading) {
    return new Plan(
        ImmutableList.of(lintPart("small", reading ? "managed" : "examples")),
        5,
        5,
        TimeValue.seconds(2));
  }

  private static Part lintPart(String... policies) {
    return Part.of("LintBenchmark", "policies", policies);
  }

  private static Part catalogPart() {
    return new Part("CatalogBenchmark", 6, ImmutableListMultimap.of());
  }

  private static Part hostile(String... patterns) {
    return new Part(
        "HostileBenchmark",
        1,
        ImmutableListMultimap.<String, String>builder()
            .putAll("pattern", patterns)
            .putAll("letters", "500", "4000")
            .build());
  }

  /** One part as JMH is told of it. */
  ChainedOptionsBuilder options(Part part) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + part.benchmark + "\\.")
            .forks(1)
            .warmupIterations(warmups)
            .warmupTime(time)
            .measurementIterations(iterations)
            .measurementTime(time)
            .addProfiler("gc")
            .addProfiler(CpuTimeProfiler.class);
    part.parameters
        .asMap()
        .forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
    return options;
  }
}
