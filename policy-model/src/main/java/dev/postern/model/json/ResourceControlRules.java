package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ConditionElement;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;

/**
 * What a resource control policy may say beyond the common grammar. AWS Organizations: "RCP
 * syntax".
 */
final class ResourceControlRules {
  private ResourceControlRules() {}

  static void check(PolicyDocument document, Problems problems) {
    checkVersion(document.version(), problems);
    if (isFullAccess(document)) {
      return;
    }
    for (Located<Statement> statement : document.statementList()) {
      check(statement.value(), problems);
    }
  }

  private static void checkVersion(Located<PolicyVersion> version, Problems problems) {
    if (version.value() != PolicyVersion.V2012_10_17) {
      problems.add(
          version.value() == PolicyVersion.UNSTATED
              ? ProblemCode.VERSION_MISSING
              : ProblemCode.VERSION_OLD,
          version.span(),
          "a resource control policy of another version than 2012-10-17",
          "write `\"Version\": \"2012-10-17\"`");
    }
  }

  /** The policy that AWS manages and attaches everywhere: Allow everyone everything. */
  private static boolean isFullAccess(PolicyDocument document) {
    ImmutableList<Located<Statement>> statements = document.statementList();
    if (statements.size() != 1) {
      return false;
    }
    Statement only = statements.get(0).value();
    return only.isAllow()
        && isEveryone(only.principal().value())
        && only.action().value() instanceof ActionElement.Action action
        && action.patterns().size() == 1
        && action.patterns().get(0).value().isAny()
        && only.resource().value() instanceof ResourceElement.Resource resource
        && resource.patterns().size() == 1
        && resource.patterns().get(0).value() instanceof ResourcePattern.Any
        && only.condition().value() instanceof ConditionElement.Absent;
  }

  private static boolean isEveryone(PrincipalElement element) {
    return element instanceof PrincipalElement.Principal principal
        && principal.principals() instanceof PrincipalSet.Everyone;
  }

  private static void check(Statement statement, Problems problems) {
    if (statement.isAllow()) {
      problems.add(
          ProblemCode.RCP_ALLOW,
          statement.effect().span(),
          "`Allow` in a resource control policy",
          "write `Deny`; RCPFullAWSAccess is attached everywhere and is the only `Allow`");
    }
    if (statement.principal().value() instanceof PrincipalElement.Principal
        && !isEveryone(statement.principal().value())) {
      problems.add(
          ProblemCode.RCP_PRINCIPAL,
          statement.principal().span(),
          "a resource control policy that names principals",
          "write `\"Principal\": \"*\"`, and conditions for exceptions");
    }
    if (statement.action().value() instanceof ActionElement.NotAction) {
      problems.add(
          ProblemCode.RCP_NOTACTION,
          statement.action().span(),
          "`NotAction` in a resource control policy",
          "list the actions");
    }
    statement.action().value().patterns().stream()
        .filter(pattern -> pattern.value().isAny())
        .forEach(
            pattern ->
                problems.add(
                    ProblemCode.RCP_ACTION_SERVICE,
                    pattern.span(),
                    "`*` as an action of a resource control policy",
                    "name services, such as `s3:*`"));
  }
}
