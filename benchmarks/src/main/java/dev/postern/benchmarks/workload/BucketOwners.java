package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * w5: many buckets, each with a policy of its own, and the caller of w2, whose policies speak of
 * reports in all of them. A request meets the policy of its bucket and no other.
 */
public final class BucketOwners {
  private static final String REPORTS = "arn:aws:s3:::reports";

  private BucketOwners() {}

  /** The caller's policies: those of w2, on every bucket whose name begins as theirs did. */
  public static PlainPolicies caller() {
    PlainPolicies policies = ManyLayers.policies().map(renamed(REPORTS + "-*"));
    return new PlainPolicies(
        policies.identity(), policies.boundaries(), ImmutableList.of(), policies.serviceControl());
  }

  /** The policy of a bucket, eight statements. */
  public static PlainPolicy bucket(int number) {
    return ManyLayers.policies().resources().get(0).map(renamed(arn(number)));
  }

  /**
   * Requests, request <i>i</i> on bucket <i>i</i> modulo the number of buckets; those of w2 that
   * meet a bucket policy, with the same right decisions.
   */
  public static ImmutableList<PlainRequest> requests(int count, int buckets) {
    List<PlainRequest> models =
        Workload.named("w2").requests().stream().filter(PlainRequest::meetsResourcePolicy).toList();
    ImmutableList.Builder<PlainRequest> requests = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      PlainRequest model = models.get(i % models.size());
      requests.add(
          new PlainRequest(
              model.principal(),
              model.action(),
              arn(i % buckets) + model.resource().substring(REPORTS.length()),
              model.owner(),
              model.context(),
              true,
              model.expected()));
    }
    return requests.build();
  }

  private static String arn(int number) {
    return String.format(Locale.ROOT, "%s-%06d", REPORTS, number);
  }

  /** Another name in place of {@code reports}. */
  private static UnaryOperator<PlainStatement> renamed(String other) {
    return statement ->
        statement.on(
            statement.resources().stream()
                .map(arn -> isReports(arn) ? other + arn.substring(REPORTS.length()) : arn)
                .toList());
  }

  private static boolean isReports(String arn) {
    return arn.equals(REPORTS) || arn.startsWith(REPORTS + "/");
  }
}
