package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * w4: patterns written to stop a matcher, on texts of 500 characters that almost fit; w4q: the same
 * with question marks, on which a search for substrings gives up.
 */
public final class HostilePatterns {
  private static final String BUCKET = "arn:aws:s3:::bucket/";
  private static final String GET = "s3:GetObject";

  private static final ImmutableList<String> TEXTS =
      ImmutableList.of(
          "a".repeat(500),
          "a".repeat(499) + "c",
          "ab".repeat(250).substring(0, 499) + "c",
          "a".repeat(250) + "b".repeat(249) + "c",
          "aaaaaaaaa/".repeat(50).substring(0, 499));

  private HostilePatterns() {}

  static Workload stars() {
    /* Many stars, then a letter that never comes; one long needle behind a star. */
    Stream<String> patterns =
        Stream.concat(
            patterns(1, 51, 1, i -> "a" + "*a".repeat(i) + "*b"),
            patterns(10, 260, 5, i -> "*" + "a".repeat(i) + "b*"));
    return make("w4", patterns);
  }

  static Workload questionMarks() {
    return make("w4q", patterns(5, 130, 5, i -> "*" + "?a".repeat(i) + "b*"));
  }

  private static Stream<String> patterns(int from, int to, int step, IntFunction<String> pattern) {
    return IntStream.range(from, to).filter(i -> (i - from) % step == 0).mapToObj(pattern);
  }

  private static Workload make(String name, Stream<String> patterns) {
    PlainPolicies policies =
        PlainPolicies.ofIdentity(
            ImmutableList.of(
                new PlainPolicy(
                    patterns
                        .map(HostilePatterns::statement)
                        .collect(ImmutableList.toImmutableList()))));
    SlowEvaluator evaluator = new SlowEvaluator(policies);
    return new Workload(
        name,
        policies,
        TEXTS.stream()
            .map(text -> evaluator.label(request(text)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** A single pattern, and a request of so many letters that it almost fits. */
  public static Workload one(String pattern, int letters) {
    return Workload.checked(
        pattern,
        PlainPolicies.ofIdentity(ImmutableList.of(PlainPolicy.of(statement(pattern)))),
        ImmutableList.of(request("a".repeat(letters))));
  }

  private static PlainStatement statement(String pattern) {
    return PlainStatement.allow(ImmutableList.of(GET), BUCKET + pattern);
  }

  private static PlainRequest request(String text) {
    return PlainRequest.byAlice(
        GET,
        BUCKET + text,
        ImmutableMap.of("aws:username", PlainValue.of("alice")),
        Verdict.IMPLICIT_DENY);
  }
}
