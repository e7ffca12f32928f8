package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.InvalidRequestException;
import dev.postern.eval.PolicySet;
import dev.postern.eval.UnsupportedRequestException;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What comes of requests where a policy is the only one to say something. */
final class Decided {
  private static final Authorizer AUTHORIZER =
      Authorizer.standard()
          .withClock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));

  private static final CompiledPolicy EVERYTHING =
      CompiledPolicy.of(
          PolicyReader.strict()
              .read(
                  """
                  {"Version": "2012-10-17",
                   "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
                  """,
                  PolicyType.IDENTITY));

  private Decided() {}

  /** As AWS stores it, or nothing if it would not. */
  static PolicyDocument read(String text, PolicyType type) {
    return PolicyReader.strict()
        .examine(SourceText.of("p.json", text), type)
        .document()
        .orElseThrow(() -> new AssertionError("refused: " + text));
  }

  /** The verdicts on requests, in their order; what nobody can ask has none. */
  static ImmutableList<String> of(
      PolicyDocument policy, ImmutableList<AuthorizationRequest> requests) {
    PolicySet alone = alone(CompiledPolicy.of(policy));
    PolicySet within = alone.withIdentity(EVERYTHING);
    ImmutableList.Builder<String> verdicts = ImmutableList.builder();
    for (AuthorizationRequest request : requests) {
      verdicts.add(verdict(request, alone)).add(verdict(request, within));
    }
    return verdicts.build();
  }

  static final String NOT_ASKED = "not asked";

  private static String verdict(AuthorizationRequest request, PolicySet policies) {
    try {
      return AUTHORIZER.decide(request, policies).verdict().text();
    } catch (InvalidRequestException | UnsupportedRequestException e) {
      return NOT_ASKED;
    }
  }

  /** Why, for who has to find out. */
  static String explained(PolicyDocument policy, AuthorizationRequest request) {
    return AUTHORIZER.decide(request, alone(CompiledPolicy.of(policy))).explain();
  }

  private static PolicySet alone(CompiledPolicy policy) {
    return switch (policy.type().kind()) {
      case IDENTITY -> PolicySet.EMPTY.withIdentity(policy);
      case PERMISSIONS_BOUNDARY -> PolicySet.EMPTY.withPermissionsBoundary(policy);
      case SESSION -> PolicySet.EMPTY.withSession(policy);
      case RESOURCE, KMS_KEY, TRUST -> PolicySet.EMPTY.withResource(policy);
      case SERVICE_CONTROL -> PolicySet.EMPTY.withServiceControlLevel(ImmutableList.of(policy));
      case RESOURCE_CONTROL -> PolicySet.EMPTY.withResourceControlLevel(ImmutableList.of(policy));
      case VPC_ENDPOINT -> PolicySet.EMPTY.withVpcEndpoint(policy);
    };
  }
}
