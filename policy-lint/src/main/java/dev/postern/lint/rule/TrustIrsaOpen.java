package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.List;

/**
 * Service accounts of an EKS cluster that were not meant. AWS: "Assign IAM roles to Kubernetes
 * service accounts".
 */
final class TrustIrsaOpen implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "trust-irsa-open", "service accounts of a cluster that were not meant are let in")
        .on(Kind.TRUST)
        .issueCode("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL")
        .insteadOf("trust-oidc-no-condition");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      if (!OidcIssuers.isCluster(trust.issuer())) {
        continue;
      }
      if (trust.names("sub")) {
        trust.namingTestsOf("sub").forEach(use -> check(use, findings));
      } else {
        Findings.Draft draft =
            findings
                .at(trust.principal().span())
                .message("every service account of the cluster may assume the role")
                .advice(
                    "test `" + trust.issuer() + ":sub`: `system:serviceaccount:NAMESPACE:NAME`");
        (trust.tests().isEmpty() ? draft : draft.withoutIssueCode()).add();
      }
    }
  }

  private static void check(KeyUse use, Findings findings) {
    if (use.base() != BaseOperator.STRING_LIKE) {
      return;
    }
    for (Located<ConditionValue> value : use.values()) {
      String text = value.value().text();
      if (text.contains("${") || (text.indexOf('*') < 0 && text.indexOf('?') < 0)) {
        continue;
      }
      Findings.Draft draft = findings.at(value.span()).withoutIssueCode();
      if (fixesNamespace(text)) {
        draft
            .severity(Severity.WARNING)
            .message("`" + text + "` matches several service accounts of a namespace");
      } else {
        draft.message(
            "`" + text + "` also matches service accounts of other namespaces of the cluster");
      }
      draft.advice("name the service account: `system:serviceaccount:NAMESPACE:NAME`").add();
    }
  }

  /* Names of namespaces have no colons, so a wildcard before the last colon reaches into one. */
  private static boolean fixesNamespace(String text) {
    List<String> parts = Splitter.on(':').limit(4).splitToList(text);
    return parts.size() == 4
        && parts.subList(0, 3).stream()
            .allMatch(part -> part.indexOf('*') < 0 && part.indexOf('?') < 0);
  }
}
