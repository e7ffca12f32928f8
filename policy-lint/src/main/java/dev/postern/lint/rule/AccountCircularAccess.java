package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.account.AccountPrincipal;
import dev.postern.model.PolicyType.Kind;

/**
 * Roles that can become one another. A limit on one of them limits none; a session goes on for
 * ever, since each role makes the next one.
 */
final class AccountCircularAccess implements AccountRule {
  private static final int MOST_RELATED = 10;

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "account-circular-access", "roles can assume one another in a circle")
        .on(Kind.TRUST)
        .optIn();
  }

  @Override
  public void check(LintedAccount account, Findings findings) {
    for (ImmutableList<AssumableRole> circle : RoleGraph.of(account).circles()) {
      AssumableRole first = circle.get(0);
      Findings.Draft draft =
          findings
              .at(first.place())
              .message(
                  AccountPrincipal.describe(circle.stream().map(AssumableRole::role).toList())
                      + " can assume one another")
              .advice("let one of them trust the others no longer");
      circle.stream()
          .skip(1)
          .limit(MOST_RELATED)
          .forEach(role -> draft.related(role.place(), role.role().describe()));
      draft.add();
    }
  }
}
