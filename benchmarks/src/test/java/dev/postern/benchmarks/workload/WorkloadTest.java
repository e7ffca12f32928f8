package dev.postern.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import dev.postern.eval.Verdict;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WORKLOAD | STATEMENTS | ALLOWED | IMPLICIT | EXPLICIT
          w1       | 1          | 39      | 25       | 0
          w1c      | 1          | 32      | 32       | 0
          w2       | 50         | 80      | 60       | 60
          w3-10    | 10         | 80      | 60       | 60
          w3-100   | 100        | 80      | 60       | 60
          w3-1000  | 1000       | 80      | 60       | 60
          w3-10000 | 10000      | 80      | 60       | 60
          w4       | 100        | 1       | 4        | 0
          w4q      | 25         | 2       | 3        | 0
          w6       | 1000       | 120     | 80       | 0
          """)
  void mixes_decisions(String name, int statements, int allowed, int implicit, int explicit) {
    Workload workload = Workload.named(name);
    assertThat(workload.policies().identityStatements()).isEqualTo(statements);
    var byVerdict = Multimaps.index(workload.requests(), PlainRequest::expected);
    assertThat(byVerdict.get(Verdict.ALLOWED)).hasSize(allowed);
    assertThat(byVerdict.get(Verdict.IMPLICIT_DENY)).hasSize(implicit);
    assertThat(byVerdict.get(Verdict.EXPLICIT_DENY)).hasSize(explicit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w1", "w1c", "w2", "w3-1000", "w4", "w4q", "w6"})
  void is_the_same_each_time(String name) {
    assertThat(Workload.named(name)).isEqualTo(Workload.named(name));
  }

  @Test
  void a_small_store_is_the_beginning_of_a_large_one() {
    ImmutableList<PlainStatement> large =
        Workload.named("w3-1000").policies().identity().get(0).statements();
    assertThat(Workload.named("w3-100").policies().identity().get(0).statements()).isEqualTo(large);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w1c", "w2", "w3-1000", "w6"})
  void text_says_what_the_values_say(String name) {
    for (PlainPolicy policy : Workload.named(name).policies().identity()) {
      SourceText text = SourceText.of(name, "{\"identity\": [" + policy.json() + "]}");
      assertThat(WorkloadReader.policies(text).identity()).containsExactly(policy);
      assertThat(PolicyReader.strict().read(policy.json(), PolicyType.IDENTITY).statementList())
          .hasSameSizeAs(policy.statements());
    }
  }

  @Test
  void a_wrong_expectation_is_refused() {
    Workload workload = Workload.named("w1");
    PlainRequest wrong = workload.requests().get(0).expecting(Verdict.EXPLICIT_DENY);
    assertThatThrownBy(() -> Workload.checked("w1", workload.policies(), ImmutableList.of(wrong)))
        .hasMessageContaining("ALLOWED is right");
  }

  @Test
  void a_bucket_decides_as_reports_did() {
    PlainPolicies caller = BucketOwners.caller();
    for (PlainRequest request : BucketOwners.workload(100, 7).requests()) {
      int bucket = Integer.parseInt(request.resource().substring(21, 27));
      PlainPolicies policies =
          new PlainPolicies(
              caller.identity(),
              caller.boundaries(),
              ImmutableList.of(BucketOwners.bucket(bucket)),
              caller.serviceControl());
      assertThat(new SlowEvaluator(policies).decide(request)).isEqualTo(request.expected());
    }
  }

  @Test
  void cedar_says_the_statement_of_w1c() {
    assertThat(CedarText.of(Workload.named("w1c").policies()))
        .isEqualTo(
            "permit(principal, action == Action::\"s3:GetObject\", resource) when {"
                + " context.arn like \"arn:aws:s3:::reports-bucket/2026/*\""
                + " && (context has aws_securetransport && context.aws_securetransport == true)"
                + " };\n");
  }
}
