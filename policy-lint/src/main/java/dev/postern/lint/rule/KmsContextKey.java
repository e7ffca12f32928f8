package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
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
    ImmutableList<String> without =
        policy.actions(statement).stream()
            .filter(action -> action.service().equals("kms") && isNamed(action, statement))
            .filter(
                action ->
                    policy.catalog().keyScope(action, context.get().key().text()) == KeyScope.NONE)
            .map(ActionDefinition::fullName)
            .collect(toImmutableList());
    if (!without.isEmpty()) {
      findings.add(
          context.get().valuesSpan(),
          "requests for " + NameList.quoted(without) + " never have `" + context.get().key() + "`",
          "allow these in a statement without the condition");
    }
  }

  private static boolean isNamed(ActionDefinition action, Statement statement) {
    return ActionReach.of(statement, ActionName.of(action.fullName()))
        .filter(reach -> reach.shape() == ActionReach.Shape.NAMED)
        .isPresent();
  }
}
