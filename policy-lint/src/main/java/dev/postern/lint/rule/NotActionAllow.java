package dev.postern.lint.rule;

import dev.postern.model.ActionElement.NotAction;
import dev.postern.model.ArnPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.stream.Stream;

/** {@code Allow} with {@code NotAction} also allows every action that AWS adds later. */
final class NotActionAllow implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("notaction-allow", "`NotAction` allows what AWS adds later")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.SESSION)
        .peers(
            "cfn_nag:W14",
            "cfn_nag:W15",
            "cfn_nag:W16",
            "cfn_nag:W17",
            "cfn_nag:W18",
            "cfn_nag:W19",
            "cfn_nag:W20",
            "boogy:not_action_allow",
            "cloudsplaining:NotAction");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow()
        && statement.action().value() instanceof NotAction
        && !isWithinOneService(statement)) {
      findings.add(
          statement.action().span(),
          "everything but these actions is allowed, of every service and in all time to come",
          "list the actions in `Action`, or confine `Resource` to one service");
    }
  }

  /* A policy on a resource of one service is about that service even without a resource. */
  private static boolean isWithinOneService(Statement statement) {
    return statement.resource().value() instanceof Resource element
        && !element.patterns().isEmpty()
        && element.patterns().stream().allMatch(entry -> service(entry.value()).count() == 1)
        && element.patterns().stream().flatMap(entry -> service(entry.value())).distinct().count()
            == 1;
  }

  private static Stream<String> service(ResourcePattern resource) {
    return Stream.of(resource)
        .filter(ArnPattern.class::isInstance)
        .map(arn -> ((ArnPattern) arn).fields().get(2))
        .filter(service -> service.indexOf('*') < 0 && service.indexOf('?') < 0);
  }
}
