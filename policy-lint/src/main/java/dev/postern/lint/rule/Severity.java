package dev.postern.lint.rule;

import java.util.Arrays;
import java.util.Optional;

/**
 * How bad it is, in the words of Access Analyzer. AWS: "IAM Access Analyzer policy check
 * reference".
 */
public enum Severity {
  /** AWS refuses the policy, or a part of it does not work. */
  ERROR("error", "error"),
  /** It works and lets more happen than a careful author means. */
  SECURITY_WARNING("security-warning", "error"),
  /** It works, but probably not as meant. */
  WARNING("warning", "warning"),
  /** No effect on access: clearer, shorter, more robust. */
  SUGGESTION("suggestion", "note");

  private final String word;
  private final String sarifLevel;

  Severity(String word, String sarifLevel) {
    this.word = word;
    this.sarifLevel = sarifLevel;
  }

  /** The word that options and reports use. */
  public String word() {
    return word;
  }

  /** Access Analyzer's word on the wire, such as {@code SECURITY_WARNING}. */
  public String accessAnalyzerWord() {
    return name();
  }

  /** The level of a SARIF result. */
  public String sarifLevel() {
    return sarifLevel;
  }

  /** Whether this is as bad as {@code other}, or worse. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** The severity with the given {@linkplain #word word}. */
  public static Optional<Severity> named(String word) {
    return Arrays.stream(values()).filter(severity -> severity.word.equals(word)).findFirst();
  }
}
