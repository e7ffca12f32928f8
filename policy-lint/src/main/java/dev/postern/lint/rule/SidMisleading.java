package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement;
import dev.postern.model.ConditionElement;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A Sid that says the opposite of the statement. Reviewers read Sids first. */
final class SidMisleading implements StatementRule {
  /*
   * AWS gives the level Write to some that people call reading, such as `kms:Decrypt` and
   * `athena:StartQueryExecution`; of those that begin so nobody does.
   */
  private static final ImmutableList<String> WRITING =
      ImmutableList.of(
          "Add",
          "Attach",
          "Create",
          "Delete",
          "Detach",
          "Disable",
          "Modify",
          "Put",
          "Remove",
          "Replace",
          "Set",
          "Terminate",
          "Update",
          "Write");

  // Whoever reads `s3express` creates a session, and whoever analyses a network a query.
  private static final ImmutableList<String> OF_READERS = ImmutableList.of("Session", "Query");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("sid-misleading", "a `Sid` says the opposite of its statement");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    String sid = statement.sid().value().asText().orElse("");
    if (isTurnedAround(sid, statement)) {
      findings.add(
          statement.sid().span(),
          "the `Sid` `"
              + sid
              + "` on a statement that "
              + (statement.isAllow() ? "allows" : "denies"),
          "name what the statement does, or correct its `Effect`");
    } else if (statement.isAllow() && policy.isGrant() && claimsToRead(sid)) {
      checkReading(sid, statement, policy, findings);
    }
  }

  private static boolean isTurnedAround(String sid, Statement statement) {
    return statement.isAllow()
        ? startsWithWord(sid, "Deny")
        : startsWithWord(sid, "Allow") && !describesWhatIsLeft(sid, statement);
  }

  private static boolean startsWithWord(String sid, String word) {
    return sid.startsWith(word) && endsWord(sid, word.length());
  }

  private static boolean endsWord(String sid, int at) {
    return sid.length() == at || !Character.isLowerCase(sid.charAt(at));
  }

  /* AllowOnlyEurope is how many name a Deny of all that is not in Europe. */
  private static boolean describesWhatIsLeft(String sid, Statement statement) {
    return startsWithWord(sid, "AllowOnly")
        && (statement.condition().value() instanceof ConditionElement.Block
            || statement.action().value() instanceof ActionElement.NotAction
            || statement.resource().value() instanceof ResourceElement.NotResource);
  }

  /* ReadOnly, Readonly, or Read where nothing beside it tells of writing. */
  private static boolean claimsToRead(String sid) {
    return hasWord(sid, "ReadOnly")
        || hasWord(sid, "Readonly")
        || (hasWord(sid, "Read")
            && WRITING.stream().noneMatch(sid::contains)
            && !sid.contains("Manage")
            && !sid.contains("Edit")
            && !sid.contains("Full")
            && !sid.contains("All")
            && !sid.contains("And"));
  }

  private static boolean hasWord(String sid, String word) {
    for (int at = sid.indexOf(word); at >= 0; at = sid.indexOf(word, at + 1)) {
      if (endsWord(sid, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  private static void checkReading(
      String sid, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableList<String> written =
        policy.actions(statement).stream()
            .filter(SidMisleading::writes)
            .map(ActionDefinition::fullName)
            .collect(toImmutableList());
    if (!written.isEmpty()) {
      findings.add(
          statement.sid().span(),
          "the `Sid` `" + sid + "` on a statement that allows " + NameList.quoted(written),
          "name what the statement does, or take these actions out of it");
    }
  }

  private static boolean writes(ActionDefinition action) {
    return (action.level() == AccessLevel.WRITE || PermissionsManagement.isBy(action))
        && WRITING.stream().anyMatch(action.name()::startsWith)
        && OF_READERS.stream().noneMatch(action.name()::endsWith);
  }
}
