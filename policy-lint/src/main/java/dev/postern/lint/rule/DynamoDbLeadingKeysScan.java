package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * Items are confined by their keys, on an operation that names none. {@code ForAllValues} holds for
 * no values.
 */
final class DynamoDbLeadingKeysScan implements ConditionRule {
  private static final ImmutableList<ActionName> WITHOUT_KEY =
      ImmutableList.of(
          ActionName.of("dynamodb:Scan"),
          ActionName.of("dynamodb:PartiQLSelect"),
          ActionName.of("dynamodb:ExportTableToPointInTime"));

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "dynamodb-leadingkeys-scan", "an operation without a key gets past the leading keys")
        .on(Kind.IDENTITY, Kind.RESOURCE);
  }

  @Override
  public void check(
      Condition condition, Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<KeyUse> keys =
        KeyUse.of(condition, policy)
            .filter(use -> use.isOf("dynamodb:LeadingKeys") && statement.isAllow())
            .filter(use -> use.quantifier() == Quantifier.FOR_ALL_VALUES || use.isIfExists())
            .filter(use -> use.domain() != Domain.PRESENCE && !asksPresence(statement, policy));
    ImmutableList<ActionName> open =
        WITHOUT_KEY.stream()
            .filter(action -> statement.action().value().covers(action))
            .collect(toImmutableList());
    if (keys.isEmpty() || open.isEmpty()) {
      return;
    }
    ActionReach.of(statement, open.get(0))
        .ifPresent(
            reach ->
                findings
                    .at(reach.span())
                    .message(
                        "`"
                            + open.get(0)
                            + "` names no key, and `"
                            + keys.get().condition().operator().value().text()
                            + "` holds without one: every item is open")
                    .advice("leave the action out, or add `Null` with `false` for the key")
                    .related(keys.get().keySpan(), "this is the condition")
                    .add());
  }

  private static boolean asksPresence(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(
            use ->
                use.isOf("dynamodb:LeadingKeys")
                    && use.domain() == Domain.PRESENCE
                    && !use.holdsOnAbsentKey());
  }
}
