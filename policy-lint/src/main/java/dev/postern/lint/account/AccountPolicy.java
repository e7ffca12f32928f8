package dev.postern.lint.account;

import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.SourceSpan;

/**
 * A policy of an account.
 *
 * @param identity what tells it from others: the ARN of a managed policy; of an inline one the ARN
 *     of its principal, a slash and its name; of a trust policy the ARN of its role and {@code
 *     #trust}
 * @param title for people: whose it is
 * @param reading what came of reading it
 * @param text the text that it was read from
 */
public record AccountPolicy(
    String identity, String title, PolicyReading reading, DocumentText text) {

  /** Where in the account's text something stands that was read from the policy. */
  public SourceSpan inAccount(SourceSpan span) {
    return text.inAccount(span);
  }
}
