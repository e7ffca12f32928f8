package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

final class PolicyParametersTest {
  private final CompiledPolicy ofTheConstructor;

  PolicyParametersTest(@PolicyFile("policies/alice.json") CompiledPolicy policy) {
    this.ofTheConstructor = policy;
  }

  @Test
  void a_constructor_takes_a_policy() {
    assertThat(ofTheConstructor.name()).isEqualTo("policies/alice.json");
  }

  @Test
  void the_type_is_guessed(
      @PolicyFile("policies/alice.json") PolicyDocument identity,
      @PolicyFile("policies/bucket.json") PolicyDocument resource,
      @PolicyFile("policies/trust.json") PolicyDocument trust) {
    assertThat(identity.type()).isEqualTo(PolicyType.IDENTITY);
    assertThat(resource.type()).isEqualTo(PolicyType.RESOURCE);
    assertThat(trust.type()).isEqualTo(PolicyType.TRUST);
  }

  @Test
  void the_type_is_stated(
      @PolicyFile(value = "policies/europe.json", type = Kind.SERVICE_CONTROL)
          PolicyDocument control,
      @PolicyFile(value = "policies/bucket.json", resourceType = "AWS::S3::Bucket")
          PolicyDocument bucket) {
    assertThat(control.type()).isEqualTo(PolicyType.SERVICE_CONTROL);
    assertThat(bucket.type()).isEqualTo(PolicyType.resource("AWS::S3::Bucket"));
  }

  @Test
  void the_working_directory_comes_first(
      @PolicyFile("src/test/resources/policies/alice.json") PolicyDocument policy) {
    assertThat(policy.source().name()).isEqualTo("src/test/resources/policies/alice.json");
  }

  @Test
  void policies_stand_where_they_belong(
      @Policies(
              identity = {"policies/alice.json", "policies/wide.json"},
              boundary = "policies/boundary.json",
              session = "policies/alice.json",
              resource = "policies/bucket.json",
              resourceType = "AWS::S3::Bucket",
              accessPoint = "policies/bucket.json",
              serviceControl = {
                @Level("FullAWSAccess"),
                @Level({"FullAWSAccess", "policies/europe.json"})
              },
              resourceControl = @Level("FullAWSAccess"),
              vpcEndpoint = "policies/bucket.json")
          PolicySet policies) {
    assertThat(policies.policies())
        .extracting(policy -> policy.type() + " " + policy.name())
        .containsExactlyInAnyOrder(
            "identity policies/alice.json",
            "identity policies/wide.json",
            "boundary policies/boundary.json",
            "session policies/alice.json",
            "resource AWS::S3::Bucket policies/bucket.json",
            "resource AWS::S3::AccessPoint policies/bucket.json",
            "scp FullAWSAccess",
            "scp FullAWSAccess",
            "scp policies/europe.json",
            "rcp FullAWSAccess",
            "vpc-endpoint policies/bucket.json");
  }

  @Test
  void a_trust_policy_is_one_of_a_resource(
      @Policies(resource = "policies/trust.json") PolicySet policies) {
    assertThat(policies)
        .allows("sts:AssumeRole")
        .on("arn:aws:iam::111122223333:role/deploy")
        .by(ALICE);
  }

  @Test
  void a_level_without_policies_allows_nothing(
      @Policies(identity = "policies/alice.json", serviceControl = @Level({})) PolicySet policies) {
    assertThat(policies)
        .denies("s3:GetObject")
        .on(Fixtures.OWN)
        .by(ALICE)
        .because(Layer.SERVICE_CONTROL);
  }

  @Policies(identity = "policies/alice.json", resource = "policies/bucket.json")
  @Retention(RetentionPolicy.RUNTIME)
  @interface OfAlice {}

  @Test
  void an_annotation_of_ones_own_names_policies(@OfAlice PolicySet policies) {
    assertThat(policies).allows("s3:GetObject").on(Fixtures.OWN).by(ALICE);
  }

  @Test
  void a_document_is_asked_where_its_type_belongs(
      @PolicyFile(value = "policies/europe.json", type = Kind.SERVICE_CONTROL)
          PolicyDocument control) {
    assertThat(control)
        .denies("s3:GetObject")
        .on(Fixtures.OWN)
        .when("aws:RequestedRegion", "us-east-1")
        .by(ALICE)
        .explicitly()
        .because(Layer.SERVICE_CONTROL, "DenyOutsideEurope");
  }

  static final class Missing {
    @Test
    void test(@PolicyFile("policies/nowhere.json") PolicyDocument policy) {}
  }

  @Test
  void a_file_that_is_not_there_is_named_with_both_places() {
    assertThat(Run.of(Missing.class).message())
        .contains("no file `policies/nowhere.json`, neither in the working directory ")
        .contains("nor on the class path");
  }

  static final class Refused {
    @Test
    void test(@PolicyFile("policies/refused.json") PolicyDocument policy) {}
  }

  @Test
  void a_policy_that_AWS_refuses_is_shown_with_its_problems() {
    assertThat(Run.of(Refused.class).message())
        .contains("AWS would not store policies/refused.json as a policy of type identity")
        .contains("--> policies/refused.json:3:36");
  }

  static final class OfAnotherType {
    @Test
    void file(@PolicyFile("policies/alice.json") String policy) {}

    @Test
    void files(@Policies(identity = "policies/alice.json") CompiledPolicy policy) {}

    @Test
    void twoTypes(
        @PolicyFile(
                value = "policies/alice.json",
                type = {Kind.IDENTITY, Kind.SESSION})
            CompiledPolicy policy) {}

    @Test
    void resourceOfNone(
        @PolicyFile(
                value = "policies/alice.json",
                type = Kind.IDENTITY,
                resourceType = "AWS::S3::Bucket")
            CompiledPolicy policy) {}
  }

  @Test
  void an_annotation_in_the_wrong_place_is_refused() {
    assertThat(String.join("\n", Run.of(OfAnotherType.class).messages()))
        .contains("@PolicyFile stands on a PolicyDocument or a CompiledPolicy, not on a class")
        .contains("@Policies stands on a PolicySet, not on a class")
        .contains("a policy has one type")
        .contains("has no resource type");
  }
}
