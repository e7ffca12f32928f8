package dev.postern.catalog;

/**
 * Whether an operator compares what a condition key holds. AWS: "IAM JSON policy elements:
 * Condition operators".
 */
public enum OperatorFit {
  /** It is made for values of this type. */
  FITS,
  /** It is made for others, but does what its author means. */
  TOLERATED,
  /** It is made for others. */
  MISFIT
}
