package dev.postern.benchmarks;

import dev.postern.model.Arn;
import dev.postern.model.ArnGlob;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
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

/** Matches globs: ordinary ones, and those that are written to stop a matcher. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GlobBenchmark {
  /** Patterns that match ARNs and actions every day. */
  @State(Scope.Benchmark)
  public static class Ordinary {
    private final Arn arn = Arn.of("arn:aws:s3:::reports-111122223333/2026/11/summary.csv");
    private final ArnGlob prefix = new ArnPattern("arn:aws:s3:::reports-*").glob();
    private final ArnGlob inner = new ArnPattern("arn:aws:s3:::*/2026/*/summary.*").glob();
    private final Glob literal = Glob.of("getobject");
    private final Glob action = Glob.of("get*");
  }

  /** Patterns against letters that almost match. */
  @State(Scope.Benchmark)
  public static class Hostile {
    /** How many letters. */
    @Param({"500", "4000", "10000"})
    public int letters;

    private final Glob manyStars = Glob.of("*a".repeat(80) + "b");
    private final Glob questions = Glob.of("*?a?a?a*b");
    private String text = "";

    /** Makes the text. */
    @Setup
    public void repeat() {
      text = "a".repeat(letters);
    }
  }

  /** {@code getobject}. */
  @Benchmark
  public boolean literal(Ordinary with) {
    return with.literal.matches("getobject");
  }

  /** {@code get*}. */
  @Benchmark
  public boolean prefix(Ordinary with) {
    return with.action.matches("getobject");
  }

  /** {@code arn:aws:s3:::reports-*}. */
  @Benchmark
  public boolean arnPrefix(Ordinary with) {
    return with.prefix.matches(with.arn);
  }

  /** Two stars inside the resource of an ARN. */
  @Benchmark
  public boolean arnInner(Ordinary with) {
    return with.inner.matches(with.arn);
  }

  /** {@code *a} eighty times, then {@code b}. */
  @Benchmark
  public boolean hostileStars(Hostile with) {
    return with.manyStars.matches(with.text);
  }

  /** {@code *?a?a?a*b}. */
  @Benchmark
  public boolean hostileQuestions(Hostile with) {
    return with.questions.matches(with.text);
  }
}
