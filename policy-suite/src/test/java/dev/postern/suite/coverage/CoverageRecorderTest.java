package dev.postern.suite.coverage;

import static dev.postern.suite.coverage.Watching.identity;
import static dev.postern.suite.coverage.Watching.policy;
import static dev.postern.suite.coverage.Watching.request;
import static dev.postern.suite.coverage.Watching.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorization;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Settings;
import dev.postern.eval.scenario.Expectation;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which policies and statements are counted, and when. */
final class CoverageRecorderTest {
  private static final String READ =
      "{\"Sid\": \"Read\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}";
  private static final String ALL =
      "{\"Sid\": \"All\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";
  private static final String NOTHING =
      "{\"Sid\": \"Nothing\", \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}";

  private static final String GET = "s3:GetObject arn:aws:s3:::a/1";

  private static SuiteCoverage coverage(String request, PolicySet policies) {
    return SuiteCoverage.of(ImmutableList.of(result(request(request), policies)));
  }

  private static Reach reach(SuiteCoverage coverage, int policy, int statement) {
    return coverage.policies().get(policy).statements().get(statement).reach();
  }

  @Test
  void of_two_statements_that_allow_the_first_is_decisive_and_the_other_matches() {
    SuiteCoverage coverage = coverage(GET, PolicySet.EMPTY.withIdentity(identity(READ, ALL)));

    assertThat(reach(coverage, 0, 0)).isEqualTo(Reach.DECISIVE);
    assertThat(reach(coverage, 0, 1)).isEqualTo(Reach.MATCHED);
  }

  @Test
  void an_allow_that_a_deny_overrules_only_matches() {
    SuiteCoverage coverage = coverage(GET, PolicySet.EMPTY.withIdentity(identity(READ, NOTHING)));

    assertThat(reach(coverage, 0, 0)).isEqualTo(Reach.MATCHED);
    assertThat(reach(coverage, 0, 1)).isEqualTo(Reach.DECISIVE);
  }

  @Test
  void a_boundary_that_leaves_room_matches_and_one_that_denies_is_decisive() {
    PolicySet all = PolicySet.EMPTY.withIdentity(identity(ALL));
    CompiledPolicy boundary =
        policy("boundary.json", PolicyType.PERMISSIONS_BOUNDARY, READ, NOTHING);
    CompiledPolicy room = policy("boundary.json", PolicyType.PERMISSIONS_BOUNDARY, READ);

    assertThat(reach(coverage(GET, all.withPermissionsBoundary(room)), 1, 0))
        .isEqualTo(Reach.MATCHED);
    assertThat(reach(coverage(GET, all.withPermissionsBoundary(boundary)), 1, 1))
        .isEqualTo(Reach.DECISIVE);
  }

  @Test
  void a_policy_that_no_request_asks_is_there_with_nothing() {
    CompiledPolicy control = policy("scp.json", PolicyType.SERVICE_CONTROL, ALL);
    SuiteCoverage coverage =
        coverage(
            GET,
            PolicySet.EMPTY
                .withIdentity(identity(READ))
                .withServiceControlLevel(ImmutableList.of(control))
                .with(Settings.NONE.withManagementAccount("111122223333")));

    assertThat(coverage.policies())
        .extracting(PolicyCoverage::title)
        .containsExactly(
            "policy.json (identity-based policy)", "scp.json (service control policy)");
    assertThat(coverage.policies().get(1).share()).hasToString("0 of 3");
  }

  @Test
  void a_test_that_cannot_be_decided_still_attaches_its_policies() {
    // A user has no session policies.
    CompiledPolicy session = policy("session.json", PolicyType.SESSION, ALL);
    SuiteCoverage coverage = coverage(GET, PolicySet.EMPTY.withSession(session));

    assertThat(coverage.share()).hasToString("0 of 3");
  }

  @Test
  void each_part_of_a_call_counts() {
    PolicySet policies = PolicySet.EMPTY.withIdentity(identity(READ, ALL));
    SuiteCoverage coverage =
        SuiteCoverage.of(
            ImmutableList.of(
                Scenario.of(
                        "a copy",
                        SourceText.of("tests.json", "{}").whole(),
                        Expectation.NONE,
                        ImmutableList.of(
                            new Authorization(request(GET), policies),
                            new Authorization(request("s3:PutObject arn:aws:s3:::b/1"), policies)))
                    .run(Authorizer.standard())));

    assertThat(coverage.policies().get(0).statements())
        .extracting(StatementCoverage::touches)
        .containsExactly(new Touches(1, 1, 1), new Touches(1, 2, 2));
  }

  @Test
  void copies_of_a_policy_in_one_file_are_one_and_a_file_read_as_two_types_is_two() {
    CoverageRecorder recorder = CoverageRecorder.ofAllPolicies();
    recorder.add(result(request(GET), PolicySet.EMPTY.withIdentity(identity(READ))));
    recorder.add(result(request(GET), PolicySet.EMPTY.withIdentity(identity(READ))));
    recorder.add(
        result(
            request(GET),
            PolicySet.EMPTY.withPermissionsBoundary(
                policy("policy.json", PolicyType.PERMISSIONS_BOUNDARY, READ))));

    assertThat(recorder.coverage().policies())
        .extracting(each -> each.statements().get(0).touches().reached())
        .containsExactly(2, 1);
  }

  @Test
  void what_does_not_count_is_left_out() {
    CoverageRecorder recorder =
        CoverageRecorder.of(policy -> !policy.name().equals("FullAWSAccess"));
    recorder.add(
        result(
            request(GET),
            PolicySet.EMPTY
                .withIdentity(identity(READ))
                .withServiceControlLevel(
                    ImmutableList.of(policy("FullAWSAccess", PolicyType.SERVICE_CONTROL, ALL)))));

    assertThat(recorder.coverage().policies())
        .extracting(PolicyCoverage::title)
        .containsExactly("policy.json (identity-based policy)");
  }

  @Test
  void not_principal_is_one_part_that_spares_a_whole_chain() {
    CompiledPolicy bucket =
        policy(
            "bucket.json",
            PolicyType.RESOURCE,
            """
            {"Effect": "Deny",
             "NotPrincipal": {"AWS": ["111122223333", "arn:aws:iam::111122223333:user/alice"]},
             "Action": "s3:*", "Resource": "*"}
            """);
    SuiteCoverage coverage = coverage(GET, PolicySet.EMPTY.withResource(bucket));

    assertThat(coverage.policies().get(0).statements().get(0).entries().get(0))
        .satisfies(entry -> assertThat(entry.title()).isEqualTo("NotPrincipal"))
        .satisfies(entry -> assertThat(entry.reach()).isEqualTo(Reach.MATCHED));
  }

  @Test
  void threads_may_record_side_by_side() {
    CoverageRecorder recorder = CoverageRecorder.ofAllPolicies();
    PolicySet policies = PolicySet.EMPTY.withIdentity(identity(READ));
    IntStream.range(0, 500).parallel().forEach(i -> recorder.add(result(request(GET), policies)));

    assertThat(recorder.coverage().policies().get(0).statements().get(0).touches())
        .isEqualTo(new Touches(500, 500, 500));
  }
}
