package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.MissingKey;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Unspecified;
import dev.postern.model.source.Problem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a scenario says should come out. Every part is optional. */
public final class Expectation {
  /** Nothing is expected. */
  public static final Expectation NONE = new Expectation(null, null, null, null, null, null);

  /** The words that {@code expect} and {@code decision} take. */
  static final ImmutableList<String> WORDS =
      ImmutableList.of("allowed", "explicitDeny", "implicitDeny", "denied", "error");

  private final @Nullable String decision;
  private final @Nullable String decidedBy;
  private final @Nullable String sid;
  private final @Nullable String policy;
  private final @Nullable ImmutableSet<String> missingKeys;
  private final @Nullable ImmutableSet<String> unspecified;

  Expectation(
      @Nullable String decision,
      @Nullable String decidedBy,
      @Nullable String sid,
      @Nullable String policy,
      @Nullable ImmutableSet<String> missingKeys,
      @Nullable ImmutableSet<String> unspecified) {
    this.decision = decision;
    this.decidedBy = decidedBy;
    this.sid = sid;
    this.policy = policy;
    this.missingKeys = missingKeys;
    this.unspecified = unspecified;
  }

  static Expectation of(String decision) {
    return new Expectation(decision, null, null, null, null, null);
  }

  /** The request is allowed. */
  public static Expectation allowed() {
    return of("allowed");
  }

  /** It is denied, explicitly or not. */
  public static Expectation denied() {
    return of("denied");
  }

  /** A statement denies it. */
  public static Expectation explicitDeny() {
    return of("explicitDeny");
  }

  /** No statement denies it, and what has to allow it does not. */
  public static Expectation implicitDeny() {
    return of("implicitDeny");
  }

  /** And policies of this type decide. */
  public Expectation decidedBy(Layer layer) {
    return new Expectation(decision, layer.text(), sid, policy, missingKeys, unspecified);
  }

  /** And the statement of this {@code Sid} decides. */
  public Expectation bySid(String other) {
    return new Expectation(decision, decidedBy, other, policy, missingKeys, unspecified);
  }

  /** Whether anything is expected. */
  public boolean isStated() {
    return decision != null
        || decidedBy != null
        || sid != null
        || policy != null
        || missingKeys != null
        || unspecified != null;
  }

  /** What differs from a decision, a line each; empty when all is as expected. */
  ImmutableList<String> differencesFrom(Decision actual) {
    Differences differences = new Differences();
    if (decision != null && !isVerdict(decision, actual)) {
      differences.add("decision", decision, actual.verdict().text());
    }
    // What is not expected is not found out: reasons cost more than the decision.
    differences.compare("decidedBy", decidedBy, () -> actual.cause().layer().map(Layer::text));
    differences.compare("sid", sid, () -> deciding(actual).flatMap(Expectation::sidOf));
    differences.compare("policy", policy, () -> deciding(actual).map(s -> s.policy().name()));
    differences.compareAll("missingKeys", missingKeys, () -> keys(actual));
    differences.compareAll("unspecified", unspecified, () -> points(actual));
    return differences.lines.build();
  }

  /** What differs when there is no decision. */
  ImmutableList<String> differencesFrom(ImmutableList<Problem> problems) {
    return !isStated() || "error".equals(decision)
        ? ImmutableList.of()
        : ImmutableList.of(
            "expected "
                + Optional.ofNullable(decision).orElse("a decision")
                + ", got an error: "
                + problems.get(0));
  }

  private static Optional<StatementOutcome> deciding(Decision actual) {
    return actual.cause().statement();
  }

  private static Optional<String> sidOf(StatementOutcome statement) {
    return statement.statement().value().sid().value().asText();
  }

  private static boolean isVerdict(String word, Decision actual) {
    return word.equals("denied") ? !actual.isAllowed() : word.equals(actual.verdict().text());
  }

  private static ImmutableSet<String> keys(Decision actual) {
    return actual.missingKeys().stream()
        .map(MissingKey::key)
        .map(key -> key.folded())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableSet<String> points(Decision actual) {
    return actual.unspecified().stream()
        .map(Unspecified::name)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static final class Differences {
    private final ImmutableList.Builder<String> lines = ImmutableList.builder();

    private void add(String what, Object expected, Object actual) {
      lines.add("expected " + what + " " + expected + ", got " + actual);
    }

    private void compare(
        String what, @Nullable String expected, Supplier<Optional<String>> actual) {
      if (expected != null && !actual.get().equals(Optional.of(expected))) {
        add(what, expected, actual.get().orElse("none"));
      }
    }

    private void compareAll(
        String what,
        @Nullable ImmutableSet<String> expected,
        Supplier<ImmutableSet<String>> actual) {
      if (expected != null && !expected.equals(actual.get())) {
        add(what, expected, actual.get());
      }
    }
  }
}
