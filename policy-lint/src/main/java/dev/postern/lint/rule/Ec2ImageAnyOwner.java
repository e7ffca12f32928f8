package dev.postern.lint.rule;

import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Instances may be made from the images of strangers. */
final class Ec2ImageAnyOwner implements PolicyRule {
  private static final ActionName RUN_INSTANCES = ActionName.of("ec2:RunInstances");

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("ec2-image-any-owner", "instances may be made from anyone's images")
        .on(Kind.IDENTITY, Kind.SERVICE_CONTROL)
        .strict();
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    boolean asksForOwner =
        policy.document().statementList().stream()
            .flatMap(statement -> KeyUse.allOf(statement.value(), policy).stream())
            .anyMatch(Ec2ImageAnyOwner::saysWhichImage);
    if (asksForOwner) {
      return;
    }
    for (Located<Statement> statement : policy.document().statementList()) {
      if (statement.value().isAllow() && namesImages(statement.value())) {
        ActionReach.of(statement.value(), RUN_INSTANCES)
            .filter(reach -> reach.shape() == ActionReach.Shape.NAMED)
            .ifPresent(
                reach ->
                    findings.add(
                        reach.span(),
                        "`ec2:RunInstances` with an image of any owner",
                        "confine the images with `ec2:Owner`, or name them"));
      }
    }
  }

  private static boolean saysWhichImage(KeyUse use) {
    return use.isOf("ec2:Owner")
        || use.isOf("ec2:ImageID")
        || use.isOf("ec2:Public")
        || use.isOfFamily("aws:ResourceTag/")
        || use.isOfFamily("ec2:ResourceTag/")
        || use.isOf("ec2:LaunchTemplate")
        || use.isOf("aws:ResourceAccount")
        || use.isOf("aws:ResourceOrgID");
  }

  private static boolean namesImages(Statement statement) {
    return statement.resource().value() instanceof ResourceElement.Resource resources
        && resources.patterns().stream()
            .map(Located::value)
            .anyMatch(
                pattern ->
                    pattern instanceof ResourcePattern.Any
                        || Arn.parse(pattern.text())
                            .filter(Ec2ImageAnyOwner::isEveryImage)
                            .isPresent());
  }

  private static boolean isEveryImage(Arn arn) {
    return arn.service().equals("ec2")
        && (arn.account().isEmpty() || arn.account().equals("*"))
        && (arn.resource().equals("image/*") || arn.resource().equals("*"));
  }
}
