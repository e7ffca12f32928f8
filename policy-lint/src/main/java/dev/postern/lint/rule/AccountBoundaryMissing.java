package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.account.AccountPrincipal;
import dev.postern.lint.account.Attachment;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;

/**
 * A user or role without one of the permissions boundaries that everybody is to have. Roles that
 * belong to a service have none. AWS: "Permissions boundaries for IAM entities", "Service-linked
 * roles".
 */
final class AccountBoundaryMissing implements PrincipalRule {
  private static final String OF_SERVICES = ":role/aws-service-role/";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "account-boundary-missing", "somebody lacks the permissions boundary that is required")
        .on(Kind.IDENTITY)
        .optIn(expectations -> !expectations.requiredBoundaries().isEmpty());
  }

  @Override
  public void check(LintedPrincipal principal, Findings findings) {
    principal
        .details()
        .filter(details -> !(details instanceof AccountPrincipal.Group))
        .ifPresent(
            details ->
                principal
                    .account()
                    .ifPresent(account -> check(details, account.expectations(), findings)));
  }

  private static void check(
      AccountPrincipal principal, Expectations expectations, Findings findings) {
    ImmutableList<Glob> required = expectations.requiredBoundaries();
    if (required.isEmpty()
        || principal.arn().contains(OF_SERVICES)
        || matches(expectations.withoutBoundary(), principal.arn())) {
      return;
    }
    String advice = "expected " + NameList.quoted(required.stream().map(Glob::toString).toList());
    if (principal.boundary().isEmpty()) {
      findings.add(
          principal.entry().name().span(),
          principal.describe() + " has no permissions boundary",
          advice);
    }
    for (Attachment boundary : principal.boundary()) {
      if (!matches(required, boundary.arn().value())) {
        findings.add(
            boundary.arn().span(),
            principal.describe() + " has another boundary: `" + boundary.arn().value() + "`",
            advice);
      }
    }
  }

  private static boolean matches(ImmutableList<Glob> globs, String arn) {
    return globs.stream().anyMatch(glob -> glob.matches(arn));
  }
}
