package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A grant reaches what its owner calls sensitive. */
final class SensitiveResource implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("sensitive-resource", "a grant reaches a sensitive resource")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .optIn(expectations -> !expectations.sensitiveAccess().isEmpty())
        .peers("parliament:SENSITIVE_ACCESS");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    ImmutableList<GrantedAccess> granted =
        GrantedAccess.allOf(located.value(), policy.expectations().sensitiveAccess(), policy);
    if (!granted.isEmpty()) {
      findings
          .at(granted.get(0).action())
          .message("on a sensitive resource: " + NameList.quoted(GrantedAccess.actions(granted)))
          .advice("name the resources that are needed, or deny what is sensitive")
          .related(granted.get(0).resource(), "this reaches it")
          .add();
    }
  }
}
