package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorizerTest {
  private static final Authorizer AUTHORIZER = Authorizer.standard();
  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";

  private static CompiledPolicy policy(PolicyType type, String statement) {
    return CompiledPolicy.of(
        PolicyReader.strict()
            .read("{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}", type));
  }

  private static CompiledPolicy identity(String statement) {
    return policy(PolicyType.IDENTITY, statement);
  }

  private static AuthorizationRequest aliceGets(String object) {
    return AuthorizationRequest.by(ALICE).asksTo("s3:GetObject").on("arn:aws:s3:::" + object);
  }

  private static final CompiledPolicy ALLOW_ALL =
      identity("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}");

  @Test
  void nothing_allows_by_itself() {
    assertThat(AUTHORIZER.isAllowed(aliceGets("bkt/x"), PolicySet.EMPTY)).isFalse();
  }

  @Test
  void the_clock_is_read_once_and_can_be_given() {
    Instant noon = Instant.parse("2026-01-31T12:00:00Z");
    Authorizer fixed = AUTHORIZER.withClock(Clock.fixed(noon, ZoneOffset.UTC));
    assertThat(fixed.decide(aliceGets("bkt/x"), PolicySet.EMPTY).clock()).isEqualTo(noon);
    Instant other = Instant.parse("2020-01-01T00:00:00Z");
    assertThat(fixed.decide(aliceGets("bkt/x").at(other), PolicySet.EMPTY).clock())
        .isEqualTo(other);
    assertThat(
            fixed
                .decide(aliceGets("bkt/x").with("aws:EpochTime", "1577836800"), PolicySet.EMPTY)
                .clock())
        .isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sqs:us-east-1:444455556666:q, 111122223333, the resource's owner is given as",
    "arn:aws-cn:s3:::bkt/x, 111122223333, cross-partition"
  })
  void facts_that_contradict_each_other_are_errors(String resource, String owner, String message) {
    AuthorizationRequest request =
        AuthorizationRequest.by(ALICE).asksTo("sqs:SendMessage").on(resource).ownedBy(owner);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> AUTHORIZER.decide(request, PolicySet.EMPTY))
        .withMessageContaining(message);
  }

  @Test
  void the_resource_policy_of_an_api_is_not_decided() {
    AuthorizationRequest call =
        AuthorizationRequest.by(ALICE)
            .asksTo("execute-api:Invoke")
            .on("arn:aws:execute-api:us-east-1:111122223333:a1b2c3/prod/GET/orders");
    CompiledPolicy api =
        policy(
            PolicyType.RESOURCE,
            "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}");
    assertThat(AUTHORIZER.isAllowed(call, PolicySet.EMPTY.withIdentity(ALLOW_ALL))).isTrue();
    assertThatExceptionOfType(UnsupportedRequestException.class)
        .isThrownBy(() -> AUTHORIZER.decide(call, PolicySet.EMPTY.withResource(api)));
  }

  @Test
  void an_access_point_does_not_tell_its_bucket() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                AUTHORIZER.decide(
                    AuthorizationRequest.by(ALICE)
                        .asksTo("s3:GetObject")
                        .on("arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/x"),
                    PolicySet.EMPTY.withIdentity(ALLOW_ALL)))
        .withMessageContaining("access point");
    assertThat(
            AUTHORIZER.isAllowed(
                aliceGets("accesspoint/ap/object/x"), PolicySet.EMPTY.withIdentity(ALLOW_ALL)))
        .as("a bucket may be called so")
        .isTrue();
  }

  @Test
  void a_policy_of_another_type_is_refused() {
    CompiledPolicy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicySet.EMPTY.withIdentity(bucket))
        .withMessageContaining("was read as resource, not as an identity policy");
    assertThatIllegalArgumentException().isThrownBy(() -> PolicySet.EMPTY.withResource(ALLOW_ALL));
  }

  @Test
  void canonical_users_of_the_requesters_account_are_denied_with_it() {
    String id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
    CompiledPolicy bucket =
        policy(
            PolicyType.resource("AWS::S3::Bucket"),
            "{\"Effect\": \"Deny\", \"Principal\": {\"CanonicalUser\": \""
                + id
                + "\"}, \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::bkt/*\"}");
    PolicySet policies = PolicySet.EMPTY.withIdentity(ALLOW_ALL).withResource(bucket);
    AuthorizationRequest known =
        aliceGets("bkt/x").knowing(PrincipalFacts.NONE.withCanonicalUser(id));
    assertThat(AUTHORIZER.decide(known, policies).verdict()).isEqualTo(Verdict.EXPLICIT_DENY);
    assertThat(AUTHORIZER.isAllowed(aliceGets("bkt/x"), policies)).isTrue();
  }

  @Test
  void one_policy_set_serves_many_threads() {
    PolicySet policies =
        PolicySet.EMPTY.withIdentity(
            identity(
                "{\"Effect\": \"Allow\", \"Action\": \"s3:G*t?bject\", \"Resource\":"
                    + " \"arn:aws:s3:::bkt/a*b?c*\"}"));
    List<Boolean> answers =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(
                i ->
                    AUTHORIZER.isAllowed(
                        aliceGets(i % 2 == 0 ? "bkt/a" + i + "bxc" : "bkt/z" + i), policies))
            .toList();
    assertThat(IntStream.range(0, 2_000).allMatch(i -> answers.get(i) == (i % 2 == 0))).isTrue();
  }

  @Test
  void missing_keys_are_named_with_the_statements_that_asked() {
    PolicySet policies =
        PolicySet.EMPTY.withIdentity(
            identity(
                    "{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\":"
                        + " \"arn:aws:s3:::bkt/${aws:PrincipalTag/team}/*\", \"Condition\":"
                        + " {\"Bool\": {\"aws:SecureTransport\": \"true\"}}},"
                        + " {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\","
                        + " \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"},"
                        + " \"Null\": {\"aws:TagKeys\": \"false\"}}}")
                .named("reader"));
    assertThat(AUTHORIZER.decide(aliceGets("bkt/x"), policies).missingKeys())
        .extracting(key -> key.key().text() + " " + key.usedBy() + " " + key.alwaysPresentInAws())
        .containsExactly(
            "aws:PrincipalTag/team [reader#0] false",
            "aws:SecureTransport [reader#0, reader#1] true");
  }
}
