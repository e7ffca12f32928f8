package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is wrong with an ARN among the forms that the ARNs of its service have. AWS: "Actions,
 * resources, and condition keys for AWS services", the tables of resource types.
 */
final class ArnForms {
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?");
  /* Access Analyzer is silent where a name is wrong and the service another one. */
  private static final ImmutableSet<String> WITH_CODE = ImmutableSet.of("iam", "s3");

  private ArnForms() {}

  static Optional<ArnFault> regionNotAllowed(Arn arn, LintedPolicy policy) {
    if (arn.region().isEmpty() || isOpen(arn.region())) {
      return Optional.empty();
    }
    return ifAll(
        ArnForm.fitting(arn, policy),
        form -> form.region().isEmpty(),
        ArnFault.of(
            "`" + arn.region() + "` stands where an ARN of this kind has no region",
            "leave the field empty, or nothing matches",
            new Arn(arn.partition(), arn.service(), "", arn.account(), arn.resource())));
  }

  static Optional<ArnFault> regionMissing(Arn arn, LintedPolicy policy) {
    if (!arn.region().isEmpty()) {
      return Optional.empty();
    }
    return ifAll(
        ArnForm.fitting(arn, policy),
        form -> !form.region().isEmpty(),
        ArnFault.of(
            "the region is empty, and each ARN of this kind has one",
            "write the region, or `*` for each of them",
            new Arn(arn.partition(), arn.service(), "*", arn.account(), arn.resource())));
  }

  static Optional<ArnFault> accountNotAllowed(Arn arn, LintedPolicy policy) {
    if (arn.account().isEmpty() || isOpen(arn.account())) {
      return Optional.empty();
    }
    return ifAll(
        ArnForm.fitting(arn, policy),
        form -> form.account().isEmpty(),
        ArnFault.of(
            "`" + arn.account() + "` stands where an ARN of this kind has no account",
            "leave the field empty, or nothing matches; conditions such as `aws:ResourceAccount`"
                + " name the owner",
            new Arn(arn.partition(), arn.service(), arn.region(), "", arn.resource())));
  }

  static Optional<ArnFault> accountMissing(Arn arn, LintedPolicy policy) {
    if (!arn.account().isEmpty()) {
      return Optional.empty();
    }
    return ifAll(
            ArnForm.fitting(arn, policy),
            form -> !form.account().isEmpty(),
            ArnFault.of(
                "the account is empty, and each ARN of this kind has one",
                "write the account, or `*` for each of them",
                new Arn(arn.partition(), arn.service(), arn.region(), "*", arn.resource())))
        .map(fault -> isOpen(arn.resource()) ? fault.withoutIssueCode() : fault);
  }

  static Optional<ArnFault> resource(Arn arn, LintedPolicy policy) {
    String service = Ascii.toLowerCase(arn.service());
    if (isOpen(arn.resource()) || WILDCARD.matchesAnyOf(service)) {
      return Optional.empty();
    }
    ImmutableList<ArnForm> fitting = ArnForm.fitting(arn, policy);
    return (fitting.isEmpty()
            ? ArnForm.of(service, policy.catalog())
                .map(
                    form ->
                        ArnFault.of(
                            "no resource of `"
                                + service
                                + "` is called `"
                                + arn.resource()
                                + "` in the catalog of "
                                + policy.catalog().info().dataDate(),
                            "compare it with the forms on AWS's page of the service, such as `"
                                + form.resource()
                                + "`",
                            arn))
            : cutShort(arn, fitting))
        .map(fault -> WITH_CODE.contains(service) ? fault : fault.withoutIssueCode());
  }

  private static Optional<ArnFault> cutShort(Arn arn, ImmutableList<ArnForm> fitting) {
    String head = ArnForm.head(arn.resource());
    return head.isEmpty()
            || fitting.stream().anyMatch(form -> head.length() >= form.typeWord().length())
        ? Optional.empty()
        : Optional.of(
            ArnFault.of(
                "a wildcard stands within the type of the resource in `" + arn.resource() + "`",
                "write the type out, such as `" + fitting.get(0).typeWord() + "`",
                arn));
  }

  private static Optional<ArnFault> ifAll(
      ImmutableList<ArnForm> forms, Predicate<ArnForm> test, ArnFault fault) {
    return !forms.isEmpty() && forms.stream().allMatch(test)
        ? Optional.of(fault)
        : Optional.empty();
  }

  /* Whether a field matches the empty text, too, or holds what nobody can look at. */
  private static boolean isOpen(String field) {
    return (!field.isEmpty() && CharMatcher.is('*').matchesAllOf(field)) || field.startsWith("${");
  }
}
