package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.Arn;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * The policy by which users manage their own credentials, with everyone's in the place of their
 * own. AWS: "Allows IAM users to manage their own password, access keys, and SSH public keys".
 */
final class IamSelfManageOpen implements StatementRule {
  private static final ImmutableList<Glob> OF_ONESELF =
      ImmutableList.of(
          Glob.of("*AccessKey*"),
          Glob.of("*LoginProfile"),
          Glob.of("*MFADevice*"),
          Glob.of("*SigningCertificate*"),
          Glob.of("*SSHPublicKey*"),
          Glob.of("*ServiceSpecificCredential*"),
          Glob.of("ChangePassword"),
          Glob.of("GetUser"));

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "iam-self-manage-open", "users may manage the credentials of all users, not their own")
        .on(Kind.IDENTITY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    ImmutableList<ActionDefinition> actions = policy.actions(statement);
    boolean isPattern =
        statement.isAllow()
            && KeyUse.allOf(statement, policy).stream()
                .noneMatch(use -> use.isOfFamily("aws:ResourceTag/") || use.isOfFamily("iam:"))
            && actions.stream().anyMatch(action -> action.level().isWriteLike())
            && actions.stream().allMatch(IamSelfManageOpen::isOfOneself)
            && isMeantForOneself(statement, actions);
    if (isPattern && statement.resource().value() instanceof ResourceElement.Resource resources) {
      for (Located<ResourcePattern> resource : resources.patterns()) {
        if (namesEveryUser(resource.value())) {
          findings.add(
              resource.span(),
              "`" + resource.value().text() + "` is every user, where one's own user is meant",
              "write `user/${aws:username}`");
        }
      }
    }
  }

  private static boolean isOfOneself(ActionDefinition action) {
    return action.service().equals("iam")
        && OF_ONESELF.stream().anyMatch(name -> name.matches(action.name()));
  }

  /* A password can only be changed by its owner, so whoever allows it speaks of owners. */
  private static boolean isMeantForOneself(
      Statement statement, ImmutableList<ActionDefinition> actions) {
    String sid = statement.sid().value().asText().orElse("");
    return sid.contains("Own")
        || sid.contains("Self")
        || actions.stream().anyMatch(action -> action.name().equals("ChangePassword"));
  }

  private static boolean namesEveryUser(ResourcePattern pattern) {
    return Arn.parse(pattern.text())
        .filter(arn -> arn.service().equals("iam") && arn.resource().equals("user/*"))
        .isPresent();
  }
}
