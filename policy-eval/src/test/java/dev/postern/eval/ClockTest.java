package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * STR-3: the time of a request that gives none is the authorizer's clock's, wherever it is asked.
 */
final class ClockTest {
  private static final String NOON = "2026-01-31T12:00:00Z";
  private static final Authorizer AT_NOON =
      Authorizer.standard().withClock(Clock.fixed(Instant.parse(NOON), ZoneOffset.UTC));

  private static PolicySet policies(String resource, String condition) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "%s",
         "Condition": %s}]}"""
            .formatted(resource, condition);
    return PolicySet.EMPTY.withIdentity(
        CompiledPolicy.of(
            PolicyReader.strict().read(SourceText.of("table", text), PolicyType.IDENTITY)));
  }

  private static AuthorizationRequest get(String object) {
    return AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
        .asksTo("s3:GetObject")
        .on("arn:aws:s3:::bkt/" + object);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          RESOURCE                           | CONDITION                                                           | HOLDS
          *                                  | {"DateLessThan": {"aws:CurrentTime": "2026-01-31T12:00:01Z"}}       | true
          *                                  | {"DateLessThan": {"aws:CurrentTime": "2026-01-31T12:00:00Z"}}       | false
          *                                  | {"DateGreaterThan": {"aws:EpochTime": "1769860799"}}                | true
          *                                  | {"NumericLessThanEquals": {"aws:EpochTime": "1769860799"}}          | false
          *                                  | {"StringEquals": {"aws:username": "${aws:EpochTime}"}}              | false
          *                                  | {"StringLike": {"aws:username": "${aws:EpochTime, 'no'}"}}          | false
          *                                  | {"StringNotEquals": {"aws:username": "${aws:EpochTime}"}}           | true
          arn:aws:s3:::bkt/${aws:EpochTime}  | {}                                                                  | true
          arn:aws:s3:::bkt/${aws:EpochTime}0 | {}                                                                  | false
          """)
  void clock(String resource, String condition, boolean holds) {
    PolicySet policies = policies(resource, condition);
    AuthorizationRequest request = get("1769860800");
    assertThat(AT_NOON.isAllowed(request, policies)).isEqualTo(holds);
    assertThat(AT_NOON.decide(request, policies).isAllowed()).isEqualTo(holds);
    assertThat(AT_NOON.decide(request, policies).clock()).isEqualTo(Instant.parse(NOON));
  }

  @Test
  void the_time_that_a_request_gives_wins() {
    PolicySet policies =
        policies("*", "{\"DateLessThan\": {\"aws:CurrentTime\": \"2026-01-01T00:00:00Z\"}}");
    assertThat(AT_NOON.isAllowed(get("x"), policies)).isFalse();
    assertThat(AT_NOON.isAllowed(get("x").at(Instant.EPOCH), policies)).isTrue();
    assertThat(AT_NOON.isAllowed(get("x").with("aws:EpochTime", "12345"), policies)).isTrue();
  }
}
