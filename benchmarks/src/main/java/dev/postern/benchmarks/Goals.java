package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What Postern aims at. Times are processor time of the measuring thread. */
final class Goals {
  private static final String DECISION = "DecisionBenchmark.isAllowed:";
  private static final String DECIDE = "DecideBenchmark.decide:";
  private static final String CEDAR = "CedarBenchmark.isAllowed:";
  private static final String COMPOSE = "ComposeBenchmark.isAllowed:";
  private static final String READING = "ReadingBenchmark.";
  private static final String CATALOG = "CatalogBenchmark.";
  private static final String LINT = "LintBenchmark.lint:";
  private static final String STARTS = "LintStarts.";
  private static final String COLD = "ColdCatalog.";

  private final Figures figures;

  Goals(Figures figures) {
    this.figures = figures;
  }

  ImmutableList<Goal> judge() {
    return Stream.of(
            deciding(), besideCedar(), aroundDeciding(), reading(), hostile(), catalog(), lint())
        .flatMap(ImmutableList::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Goal> deciding() {
    return ImmutableList.of(
        ratio("w1 to the limit", DECISION + "w1", "LimitBenchmark.isAllowed", 4),
        nanos("`isAllowed`, w2", DECISION + "w2", 200),
        nanos("`isAllowed`, w3-10000", DECISION + "w3-10000", 300),
        ratio("growth w3-10 to w3-10000", DECISION + "w3-10000", DECISION + "w3-10", 4),
        nanos("`isAllowed`, w6", DECISION + "w6", 300),
        Goal.atMost(
            "allocated by `isAllowed`, the most of w1 to w6",
            0,
            most(
                Figure::bytes,
                DECISION,
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
            Goal::bytes));
  }

  private ImmutableList<Goal> besideCedar() {
    return ImmutableList.of(cedar("w1", 300), cedar("w2", 1_000), cedar("w3-10000", 100_000));
  }

  private Goal cedar(String workload, double least) {
    return Goal.atLeast(
        "faster than Cedar, " + workload,
        least,
        figures.ratio(CEDAR + workload, DECISION + workload),
        Goal::times);
  }

  private ImmutableList<Goal> aroundDeciding() {
    return ImmutableList.of(
        nanos("request made each time, w2", "FreshRequestBenchmark.isAllowed", 1_000),
        ratio("composed each time (w5) to w2", COMPOSE + "100000", DECISION + "w2", 2),
        ratio("w5, 100 to 100,000 policies held", COMPOSE + "100000", COMPOSE + "100", 1.5),
        ratio("`decide` to `isAllowed`, w1", DECIDE + "w1", DECISION + "w1", 3),
        ratio("`decide` to `isAllowed`, w2", DECIDE + "w2", DECISION + "w2", 3),
        ratio("`decide` to `isAllowed`, w3-10000", DECIDE + "w3-10000", DECISION + "w3-10000", 3),
        nanos("10,000 statements compiled", "CompileBenchmark.compileAndDecide", 15_000_000));
  }

  private ImmutableList<Goal> reading() {
    String reader = READING + "policyReader:compact";
    return ImmutableList.of(
        ratio("reading to Jackson's bare tokens", reader, READING + "jacksonTokens:compact", 2),
        ratio("reading to AWS SDK 2", reader, READING + "awsSdk:compact", 1));
  }

  private ImmutableList<Goal> hostile() {
    return ImmutableList.of(hostile("500", 5_000), hostile("4000", 200_000));
  }

  private ImmutableList<Goal> catalog() {
    return ImmutableList.of(
        nanos("catalog, cold: opened", COLD + "open", 30_000_000),
        nanos("catalog, cold: s3 after that", COLD + "s3", 5_000_000),
        nanos("catalog, cold: ec2 after that", COLD + "ec2", 10_000_000),
        nanos("catalog, cold: ec2 after s3", COLD + "next", 10_000_000),
        nanos("catalog, cold: opened and s3", COLD + "open-and-s3", 50_000_000),
        nanos("catalog, cold: every service", COLD + "all", 150_000_000),
        nanos("catalog, warm: `s3:Get*`", CATALOG + "expandBeginning", 50_000),
        nanos("catalog, warm: `*`", CATALOG + "expandAll", 5_000_000),
        nanos("catalog, warm: `*:*Tag*`", CATALOG + "expandInner", 10_000_000),
        Goal.atMost(
            "catalog, warm: a suggestion, the worst",
            5_000_000,
            most(Figure::nanos, CATALOG, "suggest", "suggestElsewhere"),
            Goal::time),
        bytes("catalog, memory: opened", COLD + "heap-open", 4 << 20),
        bytes("catalog, memory: every service", COLD + "heap-all", 24 << 20));
  }

  private ImmutableList<Goal> lint() {
    return ImmutableList.of(
        nanos("lint, warm: one small policy", LINT + "small", 300_000),
        nanos("lint, warm: an example", LINT + "examples", 300_000),
        nanos("lint, warm: a policy that AWS manages", LINT + "managed", 300_000),
        nanos("lint, whole process: one small policy", STARTS + "one", 300_000_000),
        nanos("the same, processor time", STARTS + "one-cpu", 300_000_000),
        nanos("lint, whole process: 1,000 policies", STARTS + "thousand", 1_500_000_000),
        nanos("the same, processor time, all threads", STARTS + "thousand-cpu", 1_500_000_000));
  }

  private Goal bytes(String what, String name, double limit) {
    return Goal.atMost(what, limit, most(Figure::bytes, name, ""), Goal::bytes);
  }

  private Goal hostile(String letters, double limit) {
    return Goal.atMost(
        "hostile pattern, " + letters + " letters, the worst",
        limit,
        most(
            Figure::nanos,
            "HostileBenchmark.isAllowed:",
            letters + ":stars",
            letters + ":needle",
            letters + ":questions"),
        Goal::time);
  }

  private OptionalDouble most(ToDoubleFunction<Figure> what, String benchmark, String... params) {
    return Stream.of(params)
        .flatMap(param -> figures.get(benchmark + param).stream())
        .mapToDouble(what)
        .max();
  }

  private Goal nanos(String what, String name, double limit) {
    return Goal.atMost(what, limit, figures.nanos(name), Goal::time);
  }

  private Goal ratio(String what, String one, String other, double limit) {
    return Goal.atMost(what, limit, figures.ratio(one, other), Goal::times);
  }
}
