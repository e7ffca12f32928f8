package dev.postern.lint.rule;

import dev.postern.model.Arn;

/**
 * What is wrong with an ARN.
 *
 * @param message what was found
 * @param advice what would be right
 * @param corrected the ARN as the author most likely meant it; the same ARN if nobody knows
 * @param known whether Access Analyzer finds it, too
 */
record ArnFault(String message, String advice, Arn corrected, Known known) {

  /** Who finds it. */
  enum Known {
    /** Access Analyzer and we. */
    TO_ACCESS_ANALYZER,
    /** Access Analyzer stays silent, although it has a code for such faults. */
    TO_US_ONLY
  }

  static ArnFault of(String message, String advice, Arn corrected) {
    return new ArnFault(message, advice, corrected, Known.TO_ACCESS_ANALYZER);
  }

  ArnFault withoutIssueCode() {
    return new ArnFault(message, advice, corrected, Known.TO_US_ONLY);
  }
}
