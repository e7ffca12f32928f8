package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;
import java.util.Optional;

/** What can be said of a policy that belongs to a bucket. */
final class BucketPolicy {
  private static final ImmutableSet<String> TYPES =
      ImmutableSet.of("AWS::S3::Bucket", "AWS::S3::BucketPolicy");

  private BucketPolicy() {}

  /**
   * Whether it is one: it is said to be, or it belongs to a resource of an unknown type and speaks
   * of one bucket and its objects alone.
   */
  static boolean is(LintedPolicy policy) {
    Optional<String> type = policy.type().resourceType();
    if (type.isPresent()) {
      return TYPES.contains(type.get());
    }
    ImmutableList<Located<ResourcePattern>> resources = resources(policy);
    return policy.type().kind() == Kind.RESOURCE
        && !resources.isEmpty()
        && resources.stream().allMatch(resource -> bucket(resource.value()).isPresent())
        && resources.stream().map(resource -> bucket(resource.value())).distinct().count() == 1;
  }

  /** The resources of all statements, in the author's order. */
  static ImmutableList<Located<ResourcePattern>> resources(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .flatMap(statement -> statement.value().resource().value().patterns().stream())
        .collect(toImmutableList());
  }

  /** The bucket of a pattern, wildcards and all; nothing where it is no ARN of S3. */
  static Optional<String> bucket(ResourcePattern pattern) {
    return Arn.parse(pattern.text())
        .filter(arn -> arn.service().equals("s3") && arn.account().isEmpty())
        .map(Arn::resource)
        .map(name -> name.indexOf('/') < 0 ? name : name.substring(0, name.indexOf('/')));
  }

  /** The ARN of the bucket that a policy speaks of; nothing if there are several, or none. */
  static Optional<String> arn(LintedPolicy policy) {
    ImmutableList<String> arns =
        resources(policy).stream()
            .map(resource -> resource.value().text())
            .filter(text -> Arn.parse(text).filter(a -> a.service().equals("s3")).isPresent())
            .map(text -> text.indexOf('/') < 0 ? text : text.substring(0, text.indexOf('/')))
            .distinct()
            .collect(toImmutableList());
    return arns.size() == 1 ? Optional.of(arns.get(0)) : Optional.empty();
  }
}
