package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ordinary policies name is there. */
final class KnownActionsTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WHO                        | NEEDS
          a function that logs       | logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents
          a function in a network    | ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces ec2:DeleteNetworkInterface ec2:AssignPrivateIpAddresses
          a queue's reader           | sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes sqs:ChangeMessageVisibility
          a topic's writer           | sns:Publish sns:ListTopics
          a stream's reader          | kinesis:DescribeStream kinesis:GetShardIterator kinesis:GetRecords kinesis:ListShards kinesis:SubscribeToShard
          a table's owner            | dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:Query dynamodb:Scan dynamodb:BatchWriteItem
          a bucket's writer          | s3:PutObject s3:PutObjectAcl s3:AbortMultipartUpload s3:ListBucket s3:ListBucketMultipartUploads s3:ListMultipartUploadParts
          a bucket's keeper          | s3:PutBucketPolicy s3:PutEncryptionConfiguration s3:PutLifecycleConfiguration s3:PutBucketPublicAccessBlock s3:PutBucketCORS
          a reader of secrets        | secretsmanager:GetSecretValue secretsmanager:DescribeSecret kms:Decrypt ssm:GetParameter ssm:GetParametersByPath
          a user of keys             | kms:Encrypt kms:Decrypt kms:ReEncryptFrom kms:ReEncryptTo kms:GenerateDataKey kms:DescribeKey kms:CreateGrant
          an instance under control  | ssm:UpdateInstanceInformation ssmmessages:CreateControlChannel ssmmessages:OpenDataChannel ec2messages:GetMessages
          a puller of images         | ecr:GetAuthorizationToken ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:BatchCheckLayerAvailability
          a task runner              | ecs:RunTask ecs:StopTask ecs:DescribeTasks iam:PassRole
          a deployer of stacks       | cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet cloudformation:DescribeStacks iam:PassRole
          a deployer of functions    | lambda:CreateFunction lambda:UpdateFunctionCode lambda:PublishVersion lambda:AddPermission lambda:InvokeFunction
          a person who signs in      | iam:ChangePassword iam:CreateVirtualMFADevice iam:EnableMFADevice iam:ListMFADevices iam:GetAccountPasswordPolicy
          an administrator of roles  | iam:CreateRole iam:AttachRolePolicy iam:PutRolePolicy iam:UpdateAssumeRolePolicy iam:PutRolePermissionsBoundary
          a caller of roles          | sts:AssumeRole sts:AssumeRoleWithWebIdentity sts:TagSession sts:SetSourceIdentity sts:GetFederationToken
          an auditor                 | cloudtrail:LookupEvents config:DescribeConfigRules access-analyzer:ListFindings guardduty:GetFindings securityhub:GetFindings
          an administrator of all    | organizations:CreatePolicy organizations:AttachPolicy organizations:ListRoots account:GetContactInformation
          a user of models           | bedrock:InvokeModel bedrock:InvokeModelWithResponseStream bedrock:ListFoundationModels
          a watcher of metrics       | cloudwatch:PutMetricData cloudwatch:GetMetricData cloudwatch:DescribeAlarms
          """)
  void actions_of(String who, String actions) {
    assertThat(Splitter.on(' ').split(actions))
        .as(who)
        .allSatisfy(
            name ->
                assertThat(CATALOG.action(name).map(ActionDefinition::fullName)).hasValue(name));
  }
}
