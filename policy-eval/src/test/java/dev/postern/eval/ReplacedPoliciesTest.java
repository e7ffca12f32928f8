package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;

/** The policies of a set, and the same set with others in their places. */
final class ReplacedPoliciesTest {
  private static final AuthorizationRequest REQUEST =
      AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
          .asksTo("sqs:SendMessage")
          .on("arn:aws:sqs:eu-west-1:111122223333:jobs");

  /** One of every place. */
  private static final PolicySet EVERYWHERE =
      PolicySet.EMPTY
          .withIdentity(policy("Allow", PolicyType.IDENTITY))
          .withIdentity(policy("Allow", PolicyType.IDENTITY))
          .withPermissionsBoundary(policy("Allow", PolicyType.PERMISSIONS_BOUNDARY))
          .withSession(policy("Allow", PolicyType.SESSION))
          .withResource(policy("Allow", PolicyType.RESOURCE))
          .withAccessPoint(policy("Allow", PolicyType.resource("AWS::S3::AccessPoint")))
          .withServiceControlLevel(ImmutableList.of(policy("Allow", PolicyType.SERVICE_CONTROL)))
          .withServiceControlLevel(ImmutableList.of(policy("Allow", PolicyType.SERVICE_CONTROL)))
          .withResourceControlLevel(ImmutableList.of(policy("Deny", PolicyType.RESOURCE_CONTROL)))
          .withVpcEndpoint(policy("Allow", PolicyType.VPC_ENDPOINT));

  private static CompiledPolicy policy(String effect, PolicyType type) {
    String principal =
        type.kind().isResourceBased()
                || type.equals(PolicyType.RESOURCE_CONTROL)
                || type.equals(PolicyType.VPC_ENDPOINT)
            ? "\"Principal\": \"*\","
            : "";
    String text =
        """
        {"Version": "2012-10-17", "Statement":
          [{"Effect": "%s", %s "Action": "%s:*", "Resource": "*"}]}
        """
            .formatted(effect, principal, effect.equals("Deny") ? "s3" : "sqs");
    return CompiledPolicy.of(
        PolicyReader.strict().read(SourceText.of(type.toString(), text), type));
  }

  @Test
  void all_policies_are_told_each_as_often_as_it_is_attached() {
    assertThat(EVERYWHERE.policies())
        .extracting(policy -> policy.type().toString())
        .containsExactlyInAnyOrder(
            "identity",
            "identity",
            "boundary",
            "session",
            "resource",
            "resource AWS::S3::AccessPoint",
            "scp",
            "scp",
            "rcp",
            "vpc-endpoint");
  }

  @Test
  void every_place_gets_what_stands_in_for_its_policy() {
    PolicySet renamed = EVERYWHERE.replacing(policy -> policy.named("other"));

    assertThat(renamed.policies()).hasSize(10).allMatch(policy -> policy.name().equals("other"));
  }

  @Test
  void one_policy_may_be_replaced_and_the_others_stay() {
    PolicySet set =
        PolicySet.EMPTY
            .withIdentity(policy("Allow", PolicyType.IDENTITY))
            .withPermissionsBoundary(policy("Allow", PolicyType.PERMISSIONS_BOUNDARY));
    PolicySet bounded =
        set.replacing(
            policy ->
                policy.type().equals(PolicyType.PERMISSIONS_BOUNDARY)
                    ? policy("Deny", PolicyType.PERMISSIONS_BOUNDARY)
                    : policy);

    assertThat(Authorizer.standard().decide(REQUEST, set).isAllowed()).isTrue();
    assertThat(Authorizer.standard().decide(REQUEST, bounded).isAllowed()).isFalse();
    assertThat(bounded.identity()).isEqualTo(set.identity());
  }

  @Test
  void a_policy_of_another_type_does_not_take_the_place() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EVERYWHERE.replacing(policy -> policy("Allow", PolicyType.IDENTITY)));
  }
}
