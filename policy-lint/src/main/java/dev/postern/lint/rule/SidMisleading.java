package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ConditionElement;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A Sid that says the opposite of the effect. Reviewers read Sids first. */
final class SidMisleading implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("sid-misleading", "a `Sid` says the opposite of its statement");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    String sid = statement.sid().value().asText().orElse("");
    boolean misleads =
        statement.isAllow()
            ? startsWithWord(sid, "Deny")
            : startsWithWord(sid, "Allow") && !describesWhatIsLeft(sid, statement);
    if (misleads) {
      findings.add(
          statement.sid().span(),
          "the `Sid` `"
              + sid
              + "` on a statement that "
              + (statement.isAllow() ? "allows" : "denies"),
          "name what the statement does, or correct its `Effect`");
    }
  }

  private static boolean startsWithWord(String sid, String word) {
    return sid.startsWith(word)
        && (sid.length() == word.length() || !Character.isLowerCase(sid.charAt(word.length())));
  }

  /* AllowOnlyEurope is how many name a Deny of all that is not in Europe. */
  private static boolean describesWhatIsLeft(String sid, Statement statement) {
    return startsWithWord(sid, "AllowOnly")
        && (statement.condition().value() instanceof ConditionElement.Block
            || statement.action().value() instanceof ActionElement.NotAction
            || statement.resource().value() instanceof ResourceElement.NotResource);
  }
}
