package dev.postern.lint.rule;

import dev.postern.lint.rule.ConfiningKey.Bound;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A search domain that knows its callers by their addresses and by nothing else. */
final class EsIpOnly implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("es-ip-only", "a search domain is open to everyone at some addresses")
        .on(Kind.RESOURCE)
        .peers("prowler:opensearch_service_domains_not_publicly_accessible");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow()
        && PublicGrant.everyone(statement.principal()).isPresent()
        && Confinement.of(statement, policy) instanceof Confinement.Confined confined
        && confined.bound() == Bound.ADDRESSES
        && KeyUse.allOf(statement, policy).size() == 1
        && policy.actions(statement).stream().anyMatch(action -> action.service().equals("es"))) {
      findings.add(
          confined.by().valuesSpan(),
          "whoever has one of these addresses needs no credentials",
          "name the principals, or put the domain into a VPC");
    }
  }
}
