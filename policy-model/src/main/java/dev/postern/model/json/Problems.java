package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.ProblemCode.Stance;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a document is read. */
final class Problems {
  private final boolean lenient;
  private final List<Problem> found = new ArrayList<>();

  Problems(boolean lenient) {
    this.lenient = lenient;
  }

  void add(ProblemCode code, SourceSpan span, String message, String help) {
    found.add(new Problem(code, span, message, help));
  }

  void addAll(Iterable<Problem> problems) {
    problems.forEach(found::add);
  }

  /** Everything found, in the order of the text. */
  ImmutableList<Problem> inOrder() {
    return ImmutableList.sortedCopyOf(
        (a, b) -> Integer.compare(a.span().startOffset(), b.span().startOffset()), found);
  }

  /** Whether a document with these problems is not read in this mode. */
  boolean refuse() {
    return found.stream().anyMatch(this::refuses);
  }

  private boolean refuses(Problem problem) {
    Stance stance = problem.code().stance();
    return stance == Stance.REFUSED || (stance == Stance.REFUSED_UNLESS_LENIENT && !lenient);
  }
}
