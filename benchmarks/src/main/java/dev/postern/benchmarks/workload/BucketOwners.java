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
   * Requests of w2 that meet a bucket policy, spread evenly over so many buckets; the decisions
   * that were right for w2 are right for them.
   */
  public static Workload workload(int requests, int buckets) {
    List<PlainRequest> models =
        Workload.named("w2").requests().stream().filter(PlainRequest::meetsResourcePolicy).toList();
    ImmutableList.Builder<PlainRequest> spread = ImmutableList.builder();
    for (int i = 0; i < requests; i++) {
      PlainRequest model = models.get(i % models.size());
      String object = model.resource().substring(REPORTS.length());
      spread.add(model.on(arn(bucketOf(i, requests, buckets)) + object));
    }
    return new Workload("w5", caller(), spread.build());
  }

  /** The bucket of a request. */
  public static int bucketOf(int request, int requests, int buckets) {
    return Math.toIntExact((long) request * Math.max(1, buckets / requests) % buckets);
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
