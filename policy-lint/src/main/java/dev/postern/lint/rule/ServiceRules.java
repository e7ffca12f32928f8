package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about single services. */
final class ServiceRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(NoTls.bucket())
          .add(new S3TlsIncomplete())
          .add(new S3SseHeaderTrap())
          .add(new S3PrefixNegative())
          .add(new S3PrefixNoSlash())
          .add(new S3Lockout())
          .add(new S3AclOpen())
          .add(new S3OtherBucket())
          .add(new KmsLockout())
          .add(new KmsViaServiceOnly())
          .add(new KmsCallerAccountOnly())
          .add(new KmsFullNonRoot())
          .add(new KmsAdminAndUse())
          .add(new KmsGrantOpen())
          .add(new KmsAliasResource())
          .add(new KmsResourceNotStar())
          .add(new KmsContextKey())
          .add(new KmsEnclaveGap())
          .add(NoTls.queue())
          .add(NoTls.topic())
          .add(new SnsOwnerDefault())
          .add(new LambdaUrlOpen())
          .add(new LambdaUrlHalf())
          .add(new LambdaPermissionAction())
          .add(new DynamoDbAttributesSelect())
          .add(new DynamoDbLeadingKeysScan())
          .add(new DynamoDbLeadingKeysIndex())
          .add(new SecretsOpenPolicy())
          .add(new EcrPullAll())
          .add(new EsIpOnly())
          .add(new IamSelfManageOpen())
          .add(new StsSessionNameFree())
          .add(new Ec2ImageAnyOwner())
          .add(new CfnRoleFree())
          .build();

  private ServiceRules() {}
}
