package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.List;

/** What the policy of a VPC endpoint lets through: one rule for all, one for whose it is. */
record EndpointGrant(RuleInfo info, Whose whose) implements StatementRule {
  private static final ImmutableList<String> OF_AN_OWNER =
      ImmutableList.of(
          "aws:PrincipalOrg",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "aws:ResourceOrg",
          "aws:ResourceAccount");

  /** What a rule asks. */
  enum Whose {
    /** Whether it is the policy that each endpoint begins with. */
    ALL_AT_ONCE,
    /** Whether anything says whose principals or resources are meant. */
    UNSAID
  }

  static EndpointGrant full() {
    return new EndpointGrant(
        RuleInfo.warning("vpce-full", "a VPC endpoint lets everything through")
            .on(Kind.VPC_ENDPOINT)
            .insteadOf("vpce-no-identity"),
        Whose.ALL_AT_ONCE);
  }

  static EndpointGrant noIdentity() {
    return new EndpointGrant(
        RuleInfo.suggestion("vpce-no-identity", "a VPC endpoint for whosever data")
            .on(Kind.VPC_ENDPOINT)
            .strict(),
        Whose.UNSAID);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()
        || !isEveryone(statement.principal().value())
        || StarResource.of(statement).isEmpty()) {
      return;
    }
    if (whose == Whose.ALL_AT_ONCE) {
      if (statement.condition().value().conditions().isEmpty()) {
        AdminFull.everyAction(statement)
            .ifPresent(
                action ->
                    findings.add(
                        action,
                        "everyone may do everything through this endpoint",
                        "confine it by `aws:PrincipalOrgID` and `aws:ResourceOrgID`"));
      }
    } else if (policy.document().statementList().stream()
        .map(Located::value)
        .filter(other -> other.isDeny() || other.equals(statement))
        .map(other -> KeyUse.allOf(other, policy))
        .flatMap(List::stream)
        .noneMatch(use -> OF_AN_OWNER.stream().anyMatch(use::isOfFamily))) {
      findings.add(
          AdminFull.everyAction(statement).orElse(statement.action().span()),
          "nothing says whose principals or whose resources are meant",
          "confine it by `aws:PrincipalOrgID` and `aws:ResourceOrgID`");
    }
  }

  /** Whether everybody is meant: {@code "*"} or {@code {"AWS": "*"}}. */
  static boolean isEveryone(PrincipalElement element) {
    return element instanceof PrincipalElement.Principal principal
        && (principal.principals() instanceof PrincipalSet.Everyone
            || (principal.principals() instanceof PrincipalSet.Listed listed
                && listed.entries().stream()
                    .flatMap(entry -> entry.values().value().stream())
                    .anyMatch(value -> value.value().text().equals("*"))));
  }
}
