package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A service that tags the sessions that it makes, and may not: it gets no session at all. One
 * table. AWS: "Trust policy" of IAM Roles Anywhere, "EKS Pod Identity role".
 *
 * @param info the rule
 * @param service the service principal
 * @param needed the actions that it makes in one call
 */
record TrustSessionActions(RuleInfo info, String service, ImmutableList<String> needed)
    implements PolicyRule {

  static TrustSessionActions rolesAnywhere() {
    return new TrustSessionActions(
        RuleInfo.error("trust-roles-anywhere-actions", "Roles Anywhere needs three actions")
            .on(Kind.TRUST)
            .issueCode("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY"),
        "rolesanywhere.amazonaws.com",
        ImmutableList.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"));
  }

  static TrustSessionActions podIdentity() {
    return new TrustSessionActions(
        RuleInfo.error("trust-pod-identity-actions", "EKS Pod Identity needs two actions")
            .on(Kind.TRUST),
        "pods.eks.amazonaws.com",
        ImmutableList.of("sts:AssumeRole", "sts:TagSession"));
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    ImmutableList<Located<Statement>> statements =
        policy.document().statementList().stream()
            .filter(statement -> !principals(statement.value()).isEmpty())
            .collect(toImmutableList());
    if (statements.isEmpty()) {
      return;
    }
    ImmutableList<String> missing =
        needed.stream().filter(action -> !isAllowed(action, statements)).collect(toImmutableList());
    if (missing.isEmpty()) {
      return;
    }
    Statement first = statements.get(0).value();
    Findings.Draft draft =
        findings
            .at(principals(first).get(0).span())
            .message("`" + service + "` lacks `" + String.join("` and `", missing) + "`")
            .advice("allow `" + String.join("`, `", needed) + "`")
            .related(first.action().span(), "these actions");
    if (statements.size() == 1 && NamedPrincipals.of(first).size() == 1) {
      draft.fix(
          Fix.offer(
              "allow all that it needs",
              first.action().span(),
              "[\"" + String.join("\", \"", needed) + "\"]"));
    }
    draft.add();
  }

  private static boolean isAllowed(String action, ImmutableList<Located<Statement>> statements) {
    ActionName name = ActionName.of(action);
    return statements.stream().anyMatch(one -> one.value().action().value().covers(name));
  }

  private ImmutableList<Located<PrincipalValue>> principals(Statement statement) {
    return NamedPrincipals.allowed(statement, PrincipalKind.SERVICE).stream()
        .filter(principal -> principal.value().text().equals(service))
        .collect(toImmutableList());
  }
}
