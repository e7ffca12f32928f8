package dev.postern.cli;

/** Mistakes of ours. Each costs one input its result, and the run goes on. */
final class Faults {
  private final Console console;
  private boolean any;

  Faults(Console console) {
    this.console = console;
  }

  boolean any() {
    return any;
  }

  void report(String message) {
    any = true;
    console.tell("internal fault: " + message);
  }

  /**
   * Does something for one input.
   *
   * @return whether it was done
   */
  boolean guard(String input, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      report(input + ": " + describe(e));
      return false;
    }
  }

  /** The mistake and where it was made, on one line. */
  static String describe(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? e.toString() : e + " at " + trace[0];
  }
}
