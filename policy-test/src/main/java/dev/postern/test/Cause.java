package dev.postern.test;

import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Verdict;
import java.util.Optional;
import java.util.function.Predicate;

/** What a decision is, and which cause it names: the terms of all assertions on decisions. */
final class Cause {
  private Cause() {}

  /* What hangs on an unknown key is neither allowed nor denied. */
  static boolean isDenied(Decision decision) {
    return decision.verdict() == Verdict.EXPLICIT_DENY
        || decision.verdict() == Verdict.IMPLICIT_DENY;
  }

  static Predicate<Decision> is(Verdict verdict) {
    return decision -> decision.verdict() == verdict;
  }

  static Predicate<Decision> is(Layer layer) {
    return decision -> decision.cause().layer().equals(Optional.of(layer));
  }

  static Predicate<Decision> is(Layer layer, String sid) {
    return is(layer).and(decision -> sid(decision).equals(Optional.of(sid)));
  }

  /** What decided, in words. */
  static String text(Layer layer) {
    boolean vowel = layer == Layer.IDENTITY || layer == Layer.PUBLIC_ACCESS_BLOCK;
    return "decided by " + (vowel ? "an " : "a ") + layer.displayName();
  }

  /** What decided, in words. */
  static String text(Layer layer, String sid) {
    return text(layer) + ", statement `" + sid + "`";
  }

  private static Optional<String> sid(Decision decision) {
    return decision
        .cause()
        .statement()
        .map(StatementOutcome::statement)
        .flatMap(statement -> statement.value().sid().value().asText());
  }
}
