package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Everybody with an AWS account, let in by a trust policy. One table.
 *
 * @param info the rule
 * @param isConditioned whether it speaks of those whom a condition confines
 */
record TrustAnyPrincipal(RuleInfo info, boolean isConditioned) implements StatementRule {

  static TrustAnyPrincipal open() {
    return new TrustAnyPrincipal(
        RuleInfo.securityWarning("trust-any-principal", "anybody may assume the role")
            .on(Kind.TRUST)
            .peers(
                "cloudsplaining:AssumableByAnyPrincipal",
                "checkov:CKV_AWS_60",
                "cfripper:FullWildcardPrincipal"),
        false);
  }

  static TrustAnyPrincipal conditioned() {
    return new TrustAnyPrincipal(
        RuleInfo.warning(
                "trust-any-principal-conditioned", "only a condition says who may assume the role")
            .on(Kind.TRUST)
            .peers("cloudsplaining:AssumableByAnyPrincipalWithConditions"),
        true);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!assumes(statement.value().action().value())) {
      return;
    }
    Confinement confinement = Confinement.of(statement.value(), policy);
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement.value(), PrincipalKind.AWS)) {
      if (principal.value() instanceof PrincipalValue.Everyone
          && isConditioned != confinement.isOpen()) {
        report(principal, confinement, findings);
      }
    }
  }

  private static boolean assumes(ActionElement action) {
    return !(action instanceof ActionElement.Action)
        || action.patterns().stream().anyMatch(pattern -> TrustActions.assumes(pattern.value()));
  }

  private static void report(
      Located<PrincipalValue> principal, Confinement confinement, Findings findings) {
    Findings.Draft draft = findings.at(principal.span());
    if (confinement instanceof Confinement.Confined confined) {
      draft
          .message("`*`, confined by `" + confined.by().key().text() + "` alone")
          .advice("name the accounts or roles as principals, and keep the condition")
          .related(confined.by().keySpan(), "this confines it");
    } else if (confinement instanceof Confinement.Undecided undecided) {
      String key = undecided.condition().key().value().text();
      draft
          .message("`*`, confined by `" + key + "` at most")
          .advice("name the accounts or roles as principals, and keep the condition")
          .related(undecided.condition().key().span(), "this may confine it");
    } else if (confinement instanceof Confinement.Seeming seeming) {
      draft
          .message(
              "every principal of every account may assume the role; `"
                  + seeming.weak().key().text()
                  + "` does not confine it: "
                  + seeming.why())
          .advice("name the accounts or roles that may")
          .related(seeming.weak().keySpan(), "this does not confine it");
    } else {
      draft
          .message("every principal of every account may assume the role")
          .advice("name the accounts or roles that may");
    }
    draft.add();
  }
}
