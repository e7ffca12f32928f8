package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.account.AccountDetails;

/**
 * Finds mistakes in all policies of an account, and in what those come to together. Immutable and
 * thread-safe.
 *
 * <pre>
 * AccountDetails account = AccountDetails.read(source);
 * ImmutableList&lt;LintResult&gt; results = AccountLinter.of(Linter.standard()).lint(account);
 * </pre>
 */
public final class AccountLinter {
  private final Linter linter;

  private AccountLinter(Linter linter) {
    this.linter = linter;
  }

  /** By the rules of a linter. */
  public static AccountLinter of(Linter linter) {
    return new AccountLinter(linter);
  }

  /**
   * A result for each policy, in the order of the text; those of principals, and that of the text
   * as a whole, where something is found that stands in no policy. A managed policy is judged once,
   * whoever has it. Never throws for what the text holds.
   */
  public ImmutableList<LintResult> lint(AccountDetails account) {
    return new AccountRun(account, linter).results();
  }
}
