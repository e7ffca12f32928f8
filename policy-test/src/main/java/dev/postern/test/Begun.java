package dev.postern.test;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A question that was begun, and whether somebody ended it. The last one of each thread is
 * remembered, so that one without an end does not pass for an assertion that holds.
 */
final class Begun {
  /* The only static state here: nothing else sees a statement whose last call is missing. */
  private static final ThreadLocal<@Nullable Begun> LAST = new ThreadLocal<>();

  private static final ImmutableSet<String> OURS =
      ImmutableSet.of(
          Begun.class.getName(),
          Question.class.getName(),
          AllowedAssert.class.getName(),
          AnswersAssert.class.getName(),
          DeniedAssert.class.getName(),
          PolicyAssert.class.getName(),
          PolicySetAssert.class.getName());

  private final Throwable place;
  private volatile boolean ended;

  private Begun(String question) {
    this.place = new Throwable(question + " was begun here");
  }

  /**
   * Remembers a question.
   *
   * @param question its first words, for an error
   */
  static Begun of(String question) {
    requireNone();
    Begun begun = new Begun(question);
    LAST.set(begun);
    return begun;
  }

  /** It is answered, or its asking failed. */
  void end() {
    ended = true;
    if (LAST.get() == this) {
      LAST.remove();
    }
  }

  /** Forgets the last question of this thread. */
  static void forget() {
    LAST.remove();
  }

  /**
   * Forgets the last question of this thread and complains if nobody ended it.
   *
   * @throws AssertionError that shows where it was begun
   */
  static void requireNone() {
    Begun last = LAST.get();
    if (last == null) {
      return;
    }
    LAST.remove();
    if (!last.ended) {
      throw last.complaint();
    }
  }

  /* Its first line is the test's: what is called in here tells nobody anything. */
  private AssertionError complaint() {
    StackTraceElement[] frames =
        Arrays.stream(place.getStackTrace())
            .dropWhile(frame -> OURS.contains(frame.getClassName()))
            .toArray(StackTraceElement[]::new);
    place.setStackTrace(frames);
    return new AssertionError(
        "an assertion was begun and never ended, so it has checked nothing"
            + (frames.length == 0 ? "" : "\n  at " + frames[0])
            + "\n  "
            + place.getMessage()
            + "; end it with by(...), which decides",
        place);
  }
}
