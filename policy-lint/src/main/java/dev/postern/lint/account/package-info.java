/**
 * Reads what IAM tells of an account as a whole: its users, groups, roles, and the policies that
 * they have. Judges nothing. Start at {@link dev.postern.lint.account.AccountDetails}.
 */
@NullMarked
package dev.postern.lint.account;

import org.jspecify.annotations.NullMarked;
