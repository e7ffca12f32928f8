package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Predicate;

/**
 * A principal of a kind that rarely means what its author thinks. One table. AWS: "AWS JSON policy
 * elements: Principal".
 *
 * @param info the rule
 * @param place where such a principal is a mistake
 * @param shape which principals it speaks of
 * @param what the message, behind the principal
 * @param advice what would be better
 */
record PrincipalShape(
    RuleInfo info, Place place, Predicate<PrincipalValue> shape, String what, String advice)
    implements StatementRule {

  /** Where a principal stands. */
  private enum Place {
    /** Anywhere. */
    ANYWHERE,
    /** Under {@code Principal}. */
    ADDRESSED,
    /** Under the {@code Principal} of a statement that allows. */
    ALLOWED;

    private boolean admits(Statement statement) {
      boolean isAddressed = statement.principal().value() instanceof PrincipalElement.Principal;
      return switch (this) {
        case ANYWHERE -> true;
        case ADDRESSED -> isAddressed;
        case ALLOWED -> isAddressed && statement.isAllow();
      };
    }
  }

  static PrincipalShape roleId() {
    return new PrincipalShape(
        onResourcesAndRoles(
                RuleInfo.warning("principal-role-id", "a principal is the id of a deleted role"))
            .issueCode("INVALID_ROLE_REFERENCE"),
        Place.ANYWHERE,
        value -> isId(value, "AROA"),
        "is the id of a role, and stands for nobody once that role is deleted",
        "name the role by its ARN; IAM shows the id in its place when the role is gone");
  }

  static PrincipalShape userId() {
    return new PrincipalShape(
        onResourcesAndRoles(
                RuleInfo.warning("principal-user-id", "a principal is the id of a deleted user"))
            .issueCode("INVALID_USER_REFERENCE"),
        Place.ANYWHERE,
        value -> isId(value, "AIDA"),
        "is the id of a user, and stands for nobody once that user is deleted",
        "name the user by its ARN; IAM shows the id in its place when the user is gone");
  }

  static PrincipalShape federatedUnsupported() {
    return new PrincipalShape(
        RuleInfo.error(
                "principal-federated-unsupported", "`Federated` stands in trust policies only")
            .on(PolicyTypes.OF_RESOURCES)
            .issueCode("FEDERATED_PRINCIPAL_NOT_SUPPORTED"),
        Place.ANYWHERE,
        PrincipalValue.Federated.class::isInstance,
        "is an identity provider, which only a role trusts",
        "name the role that its users assume");
  }

  static PrincipalShape session() {
    return new PrincipalShape(
        onResourcesAndRoles(
            RuleInfo.warning("principal-session", "a principal is one session of a role")),
        Place.ADDRESSED,
        PrincipalValue.RoleSession.class::isInstance,
        "is one session of a role; whoever may assume the role picks its name",
        "name the role, and say in its trust policy who may assume it");
  }

  static PrincipalShape user() {
    return new PrincipalShape(
        onResourcesAndRoles(RuleInfo.suggestion("principal-iam-user", "a principal is an IAM user"))
            .strict(),
        Place.ALLOWED,
        PrincipalValue.User.class::isInstance,
        "is a user, whose keys do not expire",
        "name a role, whose credentials do");
  }

  static PrincipalShape accountDelegation() {
    return new PrincipalShape(
        onResourcesAndRoles(
                RuleInfo.suggestion(
                    "principal-account-delegation", "a principal is a whole account"))
            .strict()
            .peers("checkov:CKV_AWS_61", "cfripper:PartialWildcardPrincipal"),
        Place.ALLOWED,
        PrincipalValue.Account.class::isInstance,
        "is everybody whom the administrators of that account choose, not its root user",
        "name the roles that need it, if you want to choose yourself");
  }

  private static RuleInfo onResourcesAndRoles(RuleInfo info) {
    return info.on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  private static boolean isId(PrincipalValue value, String prefix) {
    return value instanceof PrincipalValue.UniqueId && value.text().startsWith(prefix);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!place.admits(statement.value())) {
      return;
    }
    for (Located<PrincipalValue> principal : NamedPrincipals.of(statement.value())) {
      if (shape.test(principal.value())) {
        findings.add(principal.span(), "`" + principal.value().text() + "` " + what, advice);
      }
    }
  }
}
