package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Whether the policy of a bucket or an access point is public, as Block Public Access asks. S3
 * takes it to be public unless every {@code Allow} grants access to fixed values only, be it by its
 * principals or by a condition. What a {@code Deny} takes away does not count. AWS: "Blocking
 * public access to your Amazon S3 storage", section "The meaning of 'public'".
 */
final class PublicPolicy {
  /* Numbers, dates and truth values restrict nothing here, nor do negated operators or Null. */
  private static final ImmutableSet<BaseOperator> RESTRICTING =
      Sets.immutableEnumSet(
          BaseOperator.STRING_EQUALS,
          BaseOperator.STRING_EQUALS_IGNORE_CASE,
          BaseOperator.STRING_LIKE,
          BaseOperator.ARN_EQUALS,
          BaseOperator.ARN_LIKE,
          BaseOperator.IP_ADDRESS);

  private PublicPolicy() {}

  /**
   * Whether a policy is public; never open on the safe side, since an open point reads as public.
   *
   * @param ofAccessPoint whether it belongs to an access point rather than a bucket
   */
  static Truth of(PolicyDocument policy, boolean ofAccessPoint) {
    return policy.statementList().stream()
        .map(Located::value)
        .filter(Statement::isAllow)
        .map(statement -> isPublic(statement, ofAccessPoint))
        .reduce(Truth.FAILS, Truth::or);
  }

  private static Truth isPublic(Statement statement, boolean ofAccessPoint) {
    ImmutableList<Condition> conditions = statement.condition().value().conditions();
    // AWS, of access points: a grant to a set of them by `s3:DataAccessPointArn` is public.
    if (ofAccessPoint && conditions.stream().anyMatch(PublicPolicy::namesAccessPoints)) {
      return Truth.HOLDS;
    }
    return conditions.stream()
        .map(PublicPolicy::leavesOpen)
        .reduce(reachesAnyone(statement.principal().value()), Truth::and);
  }

  private static boolean namesAccessPoints(Condition condition) {
    return QualifyingKey.named(condition.key().value())
        .filter(key -> key == QualifyingKey.DATA_ACCESS_POINT_ARN)
        .isPresent();
  }

  /* Whether the principals are not all fixed. Who is not named is not fixed. */
  private static Truth reachesAnyone(PrincipalElement element) {
    if (element instanceof PrincipalElement.Principal
        && element.principals() instanceof PrincipalSet.Listed listed) {
      return listed.entries().stream()
          .flatMap(entry -> entry.values().value().stream())
          .map(Located::value)
          .map(PublicPolicy::mayBeAnyone)
          .reduce(Truth.FAILS, Truth::or);
    }
    return Truth.HOLDS;
  }

  private static Truth mayBeAnyone(PrincipalValue value) {
    if (value instanceof PrincipalValue.Federated) {
      // U31: AWS's example of a public policy names graph.facebook.com; providers with an ARN of
      // their own, which belong to an account, it does not mention.
      return isProviderArn(value.text())
          ? Truth.open(Unspecified.U31, Truth.Taken.HOLDS)
          : Truth.HOLDS;
    }
    return Truth.of(
        value instanceof PrincipalValue.Everyone
            || value instanceof PrincipalValue.Unrecognized
            || QualifyingKey.hasVariable(value.text()));
  }

  private static boolean isProviderArn(String text) {
    return Arn.parse(text)
        .filter(arn -> arn.service().equals("iam") && !QualifyingKey.hasVariable(text))
        .map(Arn::resource)
        .filter(name -> name.startsWith("saml-provider/") || name.startsWith("oidc-provider/"))
        .isPresent();
  }

  /* Whether a condition does not restrict its statement to fixed values. */
  private static Truth leavesOpen(Condition condition) {
    if (!(condition.operator().value() instanceof Known operator)
        || !RESTRICTING.contains(operator.base())
        || !listsFixedValues(condition)) {
      return Truth.HOLDS;
    }
    // U30: these pass when the key is missing; AWS does not say whether they restrict.
    boolean passesWithoutKey =
        operator.ifExists() || operator.quantifier() == Quantifier.FOR_ALL_VALUES;
    return passesWithoutKey ? Truth.open(Unspecified.U30, Truth.Taken.HOLDS) : Truth.FAILS;
  }

  private static boolean listsFixedValues(Condition condition) {
    ImmutableList<Located<ConditionValue>> values = condition.values().value();
    return !values.isEmpty()
        && QualifyingKey.named(condition.key().value())
            .filter(key -> values.stream().allMatch(value -> key.isFixed(value.value().text())))
            .isPresent();
  }
}
