package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * Roles of IAM Identity Center by a pattern that other roles match, too. AWS: "Referencing
 * permission sets in resource policies, Amazon EKS Cluster config maps, and AWS KMS key policies".
 */
final class TrustSsoPattern implements ConditionRule {
  private static final String RESERVED = "AWSReservedSSO_";
  private static final String PATH = "role/aws-reserved/sso.amazonaws.com/";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "trust-sso-pattern", "roles that are not of Identity Center match the pattern, too")
        .on(Kind.TRUST);
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    Optional<KeyUse> use =
        KeyUse.of(condition, policy)
            .filter(one -> one.isOf("aws:PrincipalArn") && !one.isNegated())
            .filter(one -> one.domain() == Domain.ARN || one.domain() == Domain.STRING);
    if (use.isEmpty() || !statement.value().isAllow()) {
      return;
    }
    boolean fixesAccount =
        namesAccounts(statement.value())
            || KeyUse.allOf(statement.value(), policy).stream().anyMatch(TrustSsoPattern::confines);
    for (Located<ConditionValue> value : use.get().values()) {
      String text = value.value().text();
      if (text.contains(RESERVED)) {
        fault(text, fixesAccount)
            .ifPresent(
                fault ->
                    findings.add(
                        value.span(),
                        "`" + text + "` " + fault,
                        "write `arn:aws:iam::111122223333:" + PATH + "…/AWSReservedSSO_NAME_*`"));
      }
    }
  }

  private static Optional<String> fault(String text, boolean fixesAccount) {
    List<String> fields = Splitter.on(':').limit(6).splitToList(text);
    if (fields.size() < 6) {
      return Optional.of("has no fixed account");
    }
    if (!fixesAccount && !isLiteral(fields.get(4))) {
      return Optional.of("matches such roles of other accounts, too");
    }
    return fields.get(5).startsWith(PATH)
        ? Optional.empty()
        : Optional.of("matches roles outside of the path of Identity Center, too");
  }

  private static boolean confines(KeyUse use) {
    return !use.isNegated()
        && (use.isOf("aws:PrincipalAccount")
            || use.isOf("aws:PrincipalOrgID")
            || use.isOf("aws:PrincipalOrgPaths"));
  }

  private static boolean isLiteral(String field) {
    return !field.isEmpty() && field.indexOf('*') < 0 && field.indexOf('?') < 0;
  }

  private static boolean namesAccounts(Statement statement) {
    ImmutableList<PrincipalValue> values =
        NamedPrincipals.addressed(statement).stream()
            .map(Located::value)
            .collect(toImmutableList());
    return !values.isEmpty()
        && values.stream().noneMatch(value -> value instanceof PrincipalValue.Everyone);
  }
}
