package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key whose values mean something together with another key's only: a private address in which
 * VPC, a service used by whose account.
 */
final class ConditionKeyPaired implements ConditionRule {
  private static final ImmutableListMultimap<String, String> COMPANIONS =
      ImmutableListMultimap.<String, String>builder()
          .putAll("aws:vpcsourceip", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn")
          .putAll("aws:ec2instancesourceprivateipv4", "aws:Ec2InstanceSourceVpc")
          .build();
  private static final String VIA_SERVICE = "kms:viaservice";

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-key-paired", "the key says little without the key that belongs to it")
        .issueCode("MISSING_PAIRED_CONDITION_KEYS");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() != Domain.PRESENCE)
        .ifPresent(
            use -> {
              ImmutableList<String> companions = COMPANIONS.get(use.foldedKey());
              if (!companions.isEmpty() && !hasOne(companions, statement, policy)) {
                report(use, companions, "the same address exists in other VPCs", findings);
              } else if (use.foldedKey().equals(VIA_SERVICE) && isOpenKey(statement, policy)) {
                report(
                    use,
                    ImmutableList.of("kms:CallerAccount"),
                    "any account calls through the service",
                    findings);
              }
            });
  }

  /* The tests of a Deny are joined by and, so what must hold together is spread over statements. */
  private static boolean hasOne(
      ImmutableList<String> companions, Statement statement, LintedPolicy policy) {
    return statement.isDeny()
        ? policy.document().statementList().stream()
            .map(Located::value)
            .filter(Statement::isDeny)
            .anyMatch(deny -> names(companions, deny))
        : names(companions, statement);
  }

  private static boolean names(ImmutableList<String> companions, Statement statement) {
    return statement.condition().value().conditions().stream()
        .anyMatch(
            condition -> companions.stream().anyMatch(companion -> names(companion, condition)));
  }

  private static boolean names(String companion, Condition condition) {
    String variable = Ascii.toLowerCase("${" + companion);
    return Ascii.equalsIgnoreCase(condition.key().value().text(), companion)
        || condition.values().value().stream()
            .anyMatch(value -> Ascii.toLowerCase(value.value().text()).contains(variable));
  }

  private static boolean isOpenKey(Statement statement, LintedPolicy policy) {
    return statement.isAllow()
        && PolicyTypes.OF_RESOURCES.contains(policy.type().kind())
        && isForEveryone(statement)
        && Confinement.of(statement, policy).isOpen();
  }

  private static boolean isForEveryone(Statement statement) {
    return statement.principal().value() instanceof PrincipalElement.Principal principal
        && (principal.principals() instanceof PrincipalSet.Everyone
            || NamedPrincipals.of(statement).stream()
                .anyMatch(one -> one.value() instanceof PrincipalValue.Everyone));
  }

  private static void report(
      KeyUse use, ImmutableList<String> companions, String why, Findings findings) {
    findings.add(
        use.keySpan(),
        "`"
            + use.key().text()
            + "` without "
            + String.join(" or ", quoted(companions))
            + ": "
            + why,
        "test " + quoted(companions).get(0) + ", too");
  }

  private static ImmutableList<String> quoted(ImmutableList<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(ImmutableList.toImmutableList());
  }
}
