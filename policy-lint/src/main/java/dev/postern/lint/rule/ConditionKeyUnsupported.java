package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Supplier;

/**
 * A condition key that AWS takes no longer, of the principals that the statement speaks to. AWS:
 * "IAM policy validation check reference", unsupported global condition key.
 */
final class ConditionKeyUnsupported implements ConditionRule {
  private static final Supplier<ImmutableMap<ConditionKey, ImmutableList<String>>> ROWS =
      Suppliers.memoize(
          () ->
              FactTable.read("keys-not-taken.tsv", 5).stream()
                  .collect(toImmutableMap(row -> new ConditionKey(row.get(0)), row -> row)));

  @Override
  public RuleInfo info() {
    return RuleInfo.error("condition-key-unsupported", "AWS no longer takes the condition key")
        .issueCode("UNSUPPORTED_GLOBAL_CONDITION_KEY")
        .insteadOf("condition-key-deprecated");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    ImmutableList<String> row = ROWS.get().get(condition.key().value());
    if (row == null || !isNotTaken(row.get(1), statement.value())) {
      return;
    }
    KeyUse.of(condition, policy).ifPresent(use -> report(use, row.get(2), statement, findings));
  }

  private static boolean isNotTaken(String principals, Statement statement) {
    if (!principals.equals("services")) {
      return true;
    }
    ImmutableList<Located<PrincipalValue>> addressed = NamedPrincipals.addressed(statement);
    return !addressed.isEmpty()
        && addressed.stream().allMatch(each -> each.value() instanceof PrincipalValue.Service);
  }

  private static void report(
      KeyUse use, String other, Located<Statement> statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.keySpan())
            .message("`" + use.key().text() + "` is not in the requests of a service")
            .advice("write `" + other + "`, the resource that the service acts for");
    NameEdit.key(Fix.Kind.OFFER, use, statement.value(), other).ifPresent(draft::fix);
    draft.add();
  }
}
