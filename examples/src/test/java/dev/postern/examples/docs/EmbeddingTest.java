package dev.postern.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to embedding says, compiled and run. */
class EmbeddingTest {
  private static final String SESSION =
      "arn:aws:sts::111122223333:assumed-role/reports-reader/web-1";

  @TempDir Path folder;

  @Test
  void a_reader_reads() throws IOException {
    ReportAccess access = new ReportAccess(Path.of("policies/reports-reader.json"));

    assertThat(access.mayRead(SESSION, "published/q1.csv", "203.0.113.7", true)).isTrue();
    assertThat(access.mayRead(SESSION, "drafts/q2.csv", "203.0.113.7", true)).isFalse();
  }

  @Test
  void what_cannot_be_decided_is_not_allowed() throws IOException {
    ReportAccess access = new ReportAccess(Path.of("policies/reports-reader.json"));

    assertThat(access.mayRead("nobody", "published/q1.csv", "203.0.113.7", true)).isFalse();
  }

  @Test
  void policies_are_replaced_whole_or_not_at_all() throws IOException {
    Path file = folder.resolve("reader.json");
    Files.copy(Path.of("policies/reports-reader.json"), file);
    ReportAccess access = new ReportAccess(file);

    Files.writeString(file, "{");
    access.reload();
    assertThat(access.mayRead(SESSION, "published/q1.csv", "203.0.113.7", true)).isTrue();

    Files.writeString(file, "{\"Version\": \"2012-10-17\", \"Statement\": []}");
    access.reload();
    assertThat(access.mayRead(SESSION, "published/q1.csv", "203.0.113.7", true)).isFalse();
  }

  @Test
  void a_reading_tells_every_problem() throws IOException {
    // README: docs-examine
    PolicyReading reading =
        PolicyReader.strict().examine(Path.of("mistakes/uploader.json"), PolicyType.IDENTITY);
    List<String> problems = reading.problems().stream().map(Problem::render).toList();
    // README: end
    assertThat(reading.document()).isEmpty();
    assertThat(problems).hasSizeGreaterThan(1);
  }

  @Test
  void each_request_takes_the_policy_of_its_resource() throws IOException {
    Authorizer authorizer = Authorizer.standard();
    Map<String, CompiledPolicy> buckets =
        Map.of("reports", compiled("policies/reports-bucket.json", bucket()));
    PolicySet caller =
        PolicySet.EMPTY.withIdentity(compiled("policies/no-reports.json", PolicyType.IDENTITY));
    AuthorizationRequest request =
        AuthorizationRequest.by("arn:aws:iam::111122223333:user/auditor")
            .asksTo("s3:GetObject")
            .on("arn:aws:s3:::reports/published/2026-q1.csv")
            .ownedBy("111122223333")
            .with("aws:SecureTransport", true);
    String name = "reports";
    // README: docs-compose
    CompiledPolicy bucket = buckets.get(name);
    PolicySet policies = bucket == null ? caller : caller.withResource(bucket);
    boolean allowed = authorizer.isAllowed(request, policies);
    // README: end
    assertThat(allowed).isFalse();
    assertThat(authorizer.decide(request, policies).layers()).hasSize(2);
  }

  @Test
  void actions_and_resources_may_be_ones_own() {
    // README: docs-own-actions
    CompiledPolicy support =
        CompiledPolicy.of(
            PolicyReader.strict()
                .read(
                    """
                    {
                      "Version": "2012-10-17",
                      "Statement": {
                        "Sid": "CancelSmallOrders",
                        "Effect": "Allow",
                        "Action": "orders:Cancel",
                        "Resource": "arn:aws:orders:eu-central-1:111122223333:order/*",
                        "Condition": {"NumericLessThan": {"orders:Total": "100"}}
                      }
                    }
                    """,
                    PolicyType.IDENTITY));
    AuthorizationRequest cancel =
        AuthorizationRequest.by("arn:aws:iam::111122223333:user/sam")
            .asksTo("orders:Cancel")
            .on("arn:aws:orders:eu-central-1:111122223333:order/4711")
            .with("orders:Total", "59.90");
    boolean allowed =
        Authorizer.standard().isAllowed(cancel, PolicySet.EMPTY.withIdentity(support));
    // README: end
    assertThat(allowed).isTrue();
  }

  private static PolicyType bucket() {
    return PolicyType.resource("AWS::S3::Bucket");
  }

  private static CompiledPolicy compiled(String file, PolicyType type) throws IOException {
    return CompiledPolicy.of(PolicyReader.strict().read(Path.of(file), type));
  }
}
