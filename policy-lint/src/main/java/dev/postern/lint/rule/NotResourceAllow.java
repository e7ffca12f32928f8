package dev.postern.lint.rule;

import dev.postern.model.ActionElement.Action;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.NotResource;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** {@code Allow} with {@code NotResource} also allows what is made later, and what others own. */
final class NotResourceAllow implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("notresource-allow", "`NotResource` allows what is made later")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .peers(
            "parliament:NOTRESOURCE_WITH_ALLOW",
            "cfn_nag:W21",
            "cfn_nag:W22",
            "cfn_nag:W23",
            "boogy:not_resource_broad");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow()
        && statement.resource().value() instanceof NotResource
        && statement.action().value() instanceof Action) {
      findings.add(
          statement.resource().span(),
          "the actions are allowed on everything but these resources, and on all made later",
          "list the resources in `Resource`, and what is never meant in a `Deny`");
    }
  }
}
