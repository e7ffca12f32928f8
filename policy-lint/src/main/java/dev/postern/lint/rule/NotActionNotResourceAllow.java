package dev.postern.lint.rule;

import dev.postern.model.ActionElement.NotAction;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.NotResource;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} that names neither an action nor a resource, only what is left out. */
final class NotActionNotResourceAllow implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "notaction-notresource-allow", "`NotAction` and `NotResource` in one `Allow`")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .insteadOf("notaction-allow")
        .peers("boogy:combined_not_action_not_resource");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow()
        && statement.action().value() instanceof NotAction
        && statement.resource().value() instanceof NotResource) {
      findings
          .at(statement.action().span())
          .message("almost every action is allowed on almost every resource")
          .advice("list what is to be allowed in `Action` and `Resource`")
          .related(statement.resource().span(), "and these are all the resources left out")
          .add();
    }
  }
}
