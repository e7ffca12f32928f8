package dev.postern.cli;

import java.util.concurrent.TimeUnit;

/** Tells a person who watches a terminal how far a long run has come. Thread-safe. */
final class Progress {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final Console console;
  private final int all;
  private final String things;
  private long next = System.nanoTime() + PATIENCE;
  private int done;
  private boolean shown;

  Progress(Console console, int all, String things) {
    this.console = console;
    this.all = all;
    this.things = things;
  }

  /** One more is done. */
  synchronized void step() {
    done++;
    if (console.watched() && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + PAUSE;
      shown = true;
      write("\r" + done + " of " + all + " " + things);
    }
  }

  /** Leaves the terminal as it was. */
  synchronized void end() {
    if (shown) {
      // To the line's beginning, and away with the line.
      write("\r\u001B[K");
    }
  }

  private void write(String text) {
    console.err().print(text);
    console.err().flush();
  }
}
