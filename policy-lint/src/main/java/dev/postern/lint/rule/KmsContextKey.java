package dev.postern.lint.rule;

import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.KeyScope;
import dev.postern.model.ActionName;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** An encryption context is asked for where an operation takes none, so that it is never met. */
final class KmsContextKey implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("kms-context-key", "an operation has no encryption context to test")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .issueCode("UNSUPPORTED_ACTION_FOR_CONDITION_KEY")
        .insteadOf("condition-key-unsupported-for-action");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<KeyUse> context =
        KeyUse.of(condition, policy)
            .filter(use -> use.isOfFamily("kms:EncryptionContext"))
            .filter(use -> use.domain() != Domain.PRESENCE && !use.holdsOnAbsentKey());
    if (context.isEmpty() || !statement.isAllow()) {
      return;
    }
    for (ActionDefinition action : policy.actions(statement)) {
      if (action.service().equals("kms")
          && policy.catalog().keyScope(action, context.get().key().text()) == KeyScope.NONE) {
        ActionReach.of(statement, ActionName.of(action.fullName()))
            .filter(reach -> reach.shape() == ActionReach.Shape.NAMED)
            .ifPresent(reach -> report(reach, action, context.get(), findings));
      }
    }
  }

  private static void report(
      ActionReach reach, ActionDefinition action, KeyUse context, Findings findings) {
    findings
        .at(reach.span())
        .message("requests for `" + action.fullName() + "` never have `" + context.key() + "`")
        .advice("allow it in a statement without the condition")
        .related(context.keySpan(), "this is the condition")
        .add();
  }
}
