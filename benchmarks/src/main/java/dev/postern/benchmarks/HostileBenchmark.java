package dev.postern.benchmarks;

import dev.postern.benchmarks.workload.HostilePatterns;
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

/** Decides on one pattern that is written to stop a matcher, and on letters that almost fit. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class HostileBenchmark {
  /** Stars without end, one long needle behind a star, a needle that no substring search finds. */
  @Param({"stars", "needle", "questions"})
  public String pattern = "";

  /** How many letters. */
  @Param({"500", "4000"})
  public int letters;

  private Round<PosternQuestion> round = Round.empty();

  /** Prepares the one request, and sees that the decision is right. */
  @Setup
  public void prepare() {
    String hostile =
        switch (pattern) {
          case "stars" -> "*a".repeat(80) + "*b";
          case "needle" -> "*" + "a".repeat(250) + "b*";
          default -> "*" + "?a".repeat(60) + "b*";
        };
    round = PosternQuestion.verified(HostilePatterns.one(hostile, letters));
  }

  /** One decision. */
  @Benchmark
  public boolean isAllowed() {
    return round.next().isAllowed();
  }
}
