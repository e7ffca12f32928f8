package dev.postern.cli;

/** What a script learns from a run. Of several the greatest counts. */
final class ExitCode {
  /** Nothing to complain about. */
  static final int CLEAN = 0;

  /** Findings, unexpected decisions, files that are not formatted. */
  static final int FINDINGS = 1;

  /** Wrong usage, or input that cannot be read: nothing is claimed about it. */
  static final int UNREADABLE = 2;

  /** A mistake of ours. */
  static final int FAULT = 3;

  private ExitCode() {}

  /**
   * The code of a run over inputs.
   *
   * @param clean whether there is nothing to complain about in what could be read
   */
  static int of(Faults faults, Inputs inputs, boolean clean) {
    if (faults.any()) {
      return FAULT;
    }
    return inputs.anyUnreadable() ? UNREADABLE : clean ? CLEAN : FINDINGS;
  }
}
