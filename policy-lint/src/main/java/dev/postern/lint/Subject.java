package dev.postern.lint;

import dev.postern.lint.LintResult.TypeSource;
import dev.postern.model.PolicyType;

/** What was looked at. */
public sealed interface Subject {
  /**
   * What tells it from others across runs: the path from the configuration file, or else the name
   * that the text was given by; of an account's policy, its ARN.
   */
  String identity();

  /** What reports call it where a text holds several; empty where it is the only one. */
  default String title() {
    return "";
  }

  /**
   * A policy.
   *
   * @param identity what tells it from others
   * @param title what reports call it where a text holds several; empty where it is the only one
   * @param type what it was read as
   * @param typeSource whether somebody said so
   */
  record Policy(String identity, String title, PolicyType type, TypeSource typeSource)
      implements Subject {}

  /**
   * What the linter is told beside policies: its configuration, a side file, a baseline, a catalog.
   *
   * @param identity what tells it from others
   */
  record Setting(String identity) implements Subject {}

  /**
   * What IAM tells of an account, as a whole.
   *
   * @param identity what tells it from others
   */
  record Account(String identity) implements Subject {}

  /**
   * A user, a group or a role of an account.
   *
   * @param identity its ARN
   * @param title what reports call it
   */
  record Principal(String identity, String title) implements Subject {}
}
