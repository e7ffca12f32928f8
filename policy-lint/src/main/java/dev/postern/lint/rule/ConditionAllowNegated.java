package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} that excepts some callers, and so lets in all others. */
final class ConditionAllowNegated implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-allow-negated", "an `Allow` that is limited only by exceptions")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    if (!statement.isAllow()
        || uses.size() != statement.condition().value().conditions().size()
        || !uses.stream().allMatch(KeyUse::isNegated)) {
      return;
    }
    uses.stream()
        .filter(KeyRole.CALLER::isOf)
        .filter(use -> !isOfNamed(use, statement))
        .findFirst()
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "any value of `"
                        + use.key().text()
                        + "` but these is allowed, and a request without the key",
                    "name the values that are meant under a positive operator, or deny these"));
  }

  /* All principals of an account but one are as limited as the account. */
  private static boolean isOfNamed(KeyUse use, Statement statement) {
    return (use.isOf("aws:PrincipalArn") || use.isOf("aws:PrincipalAccount"))
        && !speaksToEveryone(statement);
  }

  /** Whether anybody at all may be the principal. */
  static boolean speaksToEveryone(Statement statement) {
    PrincipalSet principals = statement.principal().value().principals();
    return principals instanceof PrincipalSet.Everyone
        || (principals instanceof PrincipalSet.Listed listed
            && listed.entries().stream()
                .flatMap(entry -> entry.values().value().stream())
                .anyMatch(value -> value.value() instanceof PrincipalValue.Everyone));
  }
}
