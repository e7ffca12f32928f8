package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/** A trust policy by which nobody assumes the role: no statement allows a call that does. */
final class TrustGrantsNobody implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("trust-grants-nobody", "nobody may assume the role").on(Kind.TRUST);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    ImmutableList<Located<Statement>> statements = policy.document().statementList();
    if (!statements.isEmpty()
        && statements.size() == written(policy)
        && statements.stream().noneMatch(statement -> mayLetIn(statement.value(), policy))) {
      findings.add(
          policy.document().statements().span(),
          "no statement allows anybody to assume the role",
          "allow `sts:AssumeRole`, or the call of the identity provider, to those who need it");
    }
  }

  /* What could not be read may be what lets somebody in. */
  private static int written(LintedPolicy policy) {
    return policy
        .json()
        .filter(JsonObject.class::isInstance)
        .flatMap(document -> ((JsonObject) document).get("Statement"))
        .filter(JsonArray.class::isInstance)
        .map(statements -> ((JsonArray) statements).elements().size())
        .orElse(1);
  }

  private static boolean mayLetIn(Statement statement, LintedPolicy policy) {
    ActionElement action = statement.action().value();
    return statement.isAllow()
        && (!(action instanceof ActionElement.Action)
            || action.patterns().size() < written(statement.action().span(), policy)
            || action.patterns().stream().anyMatch(one -> TrustActions.assumes(one.value())));
  }

  private static int written(SourceSpan list, LintedPolicy policy) {
    return policy
        .at(list.pointer())
        .map(value -> value instanceof JsonArray array ? array.elements().size() : 1)
        .orElse(1);
  }
}
