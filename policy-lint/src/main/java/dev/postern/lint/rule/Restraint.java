package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Statement;

/**
 * Whether a condition narrows what a grant reaches. Judged in favour of the author: any test does,
 * but one that always holds, and one that speaks of the caller's session alone.
 */
final class Restraint {
  private static final ImmutableSet<String> OF_THE_SESSION =
      ImmutableSet.of(
          "aws:securetransport",
          "aws:multifactorauthpresent",
          "aws:multifactorauthage",
          "aws:tokenissuetime",
          "aws:useragent");

  private Restraint() {}

  /** Whether a statement has a test that narrows it. */
  static boolean isOn(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream().anyMatch(Restraint::narrows);
  }

  /** Whether a test leaves something out that has to do with what is granted. */
  static boolean narrows(KeyUse use) {
    return !OF_THE_SESSION.contains(use.foldedKey()) && !takesEveryText(use);
  }

  /** Whether it passes each text that the key may hold. */
  static boolean takesEveryText(KeyUse use) {
    return !use.isNegated()
        && (use.domain() == Domain.STRING || use.domain() == Domain.ARN)
        && use.base().text().endsWith("Like")
        && use.texts().stream()
            .anyMatch(text -> !text.isEmpty() && text.chars().allMatch(c -> c == '*'));
  }
}
