package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTypeTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_kind_has_a_type_by_its_option_name(Kind kind) {
    assertThat(PolicyType.named(kind.optionName()).orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void other_names_have_no_type() {
    assertThat(PolicyType.named("Identity")).isEmpty();
    assertThat(PolicyType.named("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::KMS::Key, KMS_KEY, false",
    "AWS::IAM::Role, TRUST, false",
    "AWS::IAM::AssumeRolePolicyDocument, TRUST, false",
    "AWS::S3::Bucket, RESOURCE, true",
    "AWS::S3::AccessPoint, RESOURCE, true",
    "AWS::S3Express::BucketPolicy, RESOURCE, true",
    "AWS::SQS::Queue, RESOURCE, false",
  })
  void a_resource_type_decides_the_kind(String resourceType, Kind kind, boolean s3) {
    PolicyType type = PolicyType.resource(resourceType);
    assertThat(type.kind()).isEqualTo(kind);
    assertThat(type.isS3()).isEqualTo(s3);
  }

  @Test
  void types_are_equal_when_kind_and_resource_type_are() {
    assertThat(PolicyType.resource("AWS::SQS::Queue"))
        .isEqualTo(PolicyType.resource("AWS::SQS::Queue"))
        .hasSameHashCodeAs(PolicyType.resource("AWS::SQS::Queue"))
        .isNotEqualTo(PolicyType.RESOURCE)
        .hasToString("resource AWS::SQS::Queue");
    assertThat(PolicyType.resource("AWS::KMS::Key")).isEqualTo(PolicyType.KMS_KEY);
    assertThat(PolicyType.KMS_KEY).hasToString("kms-key");
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, true, false",
    "PERMISSIONS_BOUNDARY, false, false",
    "SESSION, true, false",
    "RESOURCE, true, true",
    "KMS_KEY, true, true",
    "TRUST, true, true",
    "SERVICE_CONTROL, false, false",
    "RESOURCE_CONTROL, false, false",
    "VPC_ENDPOINT, false, false",
  })
  void some_kinds_grant_and_some_leave_room(Kind kind, boolean grants, boolean resourceBased) {
    assertThat(kind.grants()).isEqualTo(grants);
    assertThat(kind.isResourceBased()).isEqualTo(resourceBased);
  }

  @ParameterizedTest
  @CsvSource({"V2012_10_17, true", "V2008_10_17, false", "UNSTATED, false"})
  void only_2012_has_variables(PolicyVersion version, boolean variables) {
    assertThat(version.hasVariables()).isEqualTo(variables);
  }
}
