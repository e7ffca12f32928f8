package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.SourceText;
import java.io.IOException;

/** The policies that are given to the linter. */
final class LintedPolicies {
  /** A role that reads reports, as somebody writes it by hand. */
  static final String SMALL =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "ReadReports",
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:GetObjectTagging"],
            "Resource": "arn:aws:s3:::reports-example/*",
            "Condition": {"StringEquals": {"aws:PrincipalTag/team": "finance"}}
          },
          {
            "Sid": "FindReports",
            "Effect": "Allow",
            "Action": "s3:ListBucket",
            "Resource": "arn:aws:s3:::reports-example",
            "Condition": {"StringLike": {"s3:prefix": "reports/*"}}
          }
        ]
      }
      """;

  private LintedPolicies() {}

  /**
   * So many policies, spread evenly over a collection, or over it again and again.
   *
   * @param collection {@code small}, always the same one; {@code examples}, those of this
   *     repository; {@code managed}, those that AWS manages
   */
  static ImmutableList<SourceText> spread(String collection, int count) throws IOException {
    ImmutableList<String> all = all(collection);
    ImmutableList.Builder<SourceText> texts = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      int at = count <= all.size() ? (int) ((long) i * all.size() / count) : i % all.size();
      texts.add(SourceText.of("policy.json", all.get(at)));
    }
    return texts.build();
  }

  private static ImmutableList<String> all(String collection) throws IOException {
    return switch (collection) {
      case "small" -> ImmutableList.of(SMALL);
      case "examples" -> Corpus.examples();
      case "managed" -> Corpus.managedPolicies(PolicyWriter.faithful());
      default -> throw new IllegalArgumentException("no policies are called " + collection);
    };
  }
}
