package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.Glob;
import dev.postern.model.source.NearestName;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is wrong with one field of an ARN, whatever the others say. AWS: "Identify AWS resources
 * with Amazon Resource Names (ARNs)".
 */
final class ArnFields {
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
  private static final int ACCOUNT_DIGITS = 12;

  /** What AWS writes in place of an account. */
  private static final Supplier<ImmutableSet<String>> ACCOUNT_WORDS =
      Suppliers.memoize(
          () ->
              FactTable.read("arn-account-words.tsv", 3).stream()
                  .map(row -> row.get(0))
                  .collect(ImmutableSet.toImmutableSet()));

  private ArnFields() {}

  private static boolean hasWildcard(String field) {
    return field.indexOf('*') >= 0 || field.indexOf('?') >= 0;
  }

  static Optional<ArnFault> partition(Arn arn, LintedPolicy policy) {
    String partition = arn.partition();
    ImmutableSet<String> known = Regions.bundled().partitions();
    if (known.contains(partition)
        || known.stream().anyMatch(Glob.of(Ascii.toLowerCase(partition))::matches)) {
      return Optional.empty();
    }
    String meant = NearestName.of(partition, known).orElse("aws");
    return Optional.of(
        ArnFault.of(
            partition.isEmpty()
                ? "the ARN names no partition"
                : "there was no partition `" + partition + "` on " + Regions.DATE,
            "did you mean `" + meant + "`? Partitions are `" + String.join("`, `", known) + "`",
            new Arn(meant, arn.service(), arn.region(), arn.account(), arn.resource())));
  }

  static Optional<ArnFault> serviceCase(Arn arn, LintedPolicy policy) {
    String lower = Ascii.toLowerCase(arn.service());
    return lower.equals(arn.service())
        ? Optional.empty()
        : Optional.of(
            ArnFault.of(
                "`" + arn.service() + "` is not in lower case",
                "write `" + lower + "`",
                new Arn(arn.partition(), lower, arn.region(), arn.account(), arn.resource())));
  }

  static Optional<ArnFault> service(Arn arn, LintedPolicy policy) {
    String service = Ascii.toLowerCase(arn.service());
    if (hasWildcard(service)
        || ArnForm.isNamespace(service, policy.catalog())
        || RetiredActions.bundled().hasService(service)) {
      return Optional.empty();
    }
    Optional<String> meant =
        NearestName.of(
            service, policy.catalog().services().stream().map(known -> known.prefix()).toList());
    return Optional.of(
        ArnFault.of(
            service.isEmpty()
                ? "the ARN names no service"
                : "no service has ARNs with `"
                    + service
                    + "` in the catalog of "
                    + policy.catalog().info().dataDate(),
            meant
                .map(name -> "did you mean `" + name + "`?")
                .orElse("write the service as AWS's page of its types of resource does"),
            meant
                .map(
                    name ->
                        new Arn(arn.partition(), name, arn.region(), arn.account(), arn.resource()))
                .orElse(arn)));
  }

  static Optional<ArnFault> region(Arn arn, LintedPolicy policy) {
    String region = Ascii.toLowerCase(arn.region());
    if (region.isEmpty()
        || region.equals("*")
        || Regions.bundled().isKnown(region)
        || Regions.bundled().matchesAny(Glob.of(region))) {
      return Optional.empty();
    }
    Optional<String> meant = Regions.bundled().nearest(region);
    return Optional.of(
        ArnFault.of(
            "there was no region `" + arn.region() + "` on " + Regions.DATE,
            meant
                .map(name -> "did you mean `" + name + "`?")
                .orElse("write a region such as `eu-west-1`, or `*`"),
            meant
                .map(
                    name ->
                        new Arn(
                            arn.partition(), arn.service(), name, arn.account(), arn.resource()))
                .orElse(arn)));
  }

  static Optional<ArnFault> account(Arn arn, LintedPolicy policy) {
    String account = arn.account();
    return account.isEmpty()
            || (hasWildcard(account) && isPartOfNumber(account))
            || (!hasWildcard(account) && isNumber(account))
            || ACCOUNT_WORDS.get().contains(account)
        ? Optional.empty()
        : Optional.of(
            ArnFault.of(
                "`" + account + "` is no account",
                DIGIT.matchesAllOf(account)
                    ? "an account has 12 digits, and these are " + account.length()
                    : "write 12 digits, or `*`",
                arn));
  }

  private static boolean isNumber(String account) {
    return account.length() == ACCOUNT_DIGITS && DIGIT.matchesAllOf(account);
  }

  private static boolean isPartOfNumber(String account) {
    String digits = CharMatcher.anyOf("*?").removeFrom(account);
    return DIGIT.matchesAllOf(digits) && digits.length() <= ACCOUNT_DIGITS;
  }
}
