package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How conditions are written: contract and traps; the pages have the plain cases. */
final class ConditionFormTest {
  private static final Set<String> OTHERS =
      Set.of(
          "condition-type",
          "condition-tag-key-missing",
          "condition-enum-value",
          "condition-region-unknown");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                                   | SEVERITY         | PROFILE | ISSUE CODE
          condition-key-global-unknown         | error            | DEFAULT | INVALID_GLOBAL_CONDITION_KEY
          condition-key-service-unknown        | error            | DEFAULT | INVALID_SERVICE_CONDITION_KEY
          condition-key-prefix-unknown         | error            | DEFAULT | INVALID_SERVICE
          condition-key-deprecated             | warning          | DEFAULT | DEPRECATED_GLOBAL_CONDITION_KEY
          condition-key-unsupported            | error            | DEFAULT | UNSUPPORTED_GLOBAL_CONDITION_KEY
          condition-key-unsupported-for-action | error            | DEFAULT | UNSUPPORTED_ACTION_FOR_CONDITION_KEY
          condition-key-missing-action         | error            | DEFAULT | MISSING_ACTION_FOR_CONDITION_KEY
          condition-key-irrelevant             | suggestion       | DEFAULT | IRRELEVANT_CONDITION_KEY_IN_POLICY
          condition-key-service-scope          | warning          | DEFAULT | USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES
          condition-key-for-service-principal  | error            | DEFAULT | UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL
          condition-key-untrustworthy          | security-warning | DEFAULT | UNTRUSTWORTHY_CONDITION_KEY
          condition-key-paired                 | security-warning | DEFAULT | MISSING_PAIRED_CONDITION_KEYS
          condition-region-unknown             | error            | DEFAULT | INVALID_REGION
          condition-tag-key-missing            | error            | DEFAULT | MISSING_TAG_KEY_IN_CONDITION
          condition-mixed-types                | error            | DEFAULT | INVALID_CONDITION_DATA_TYPE
          condition-bool-many                  | error            | DEFAULT | INVALID_CONDITION_MULTIPLE_BOOLEAN
          condition-type                       | warning          | DEFAULT | TYPE_MISMATCH
          condition-arn-stringlike             | security-warning | DEFAULT | STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS
          condition-arn-stringequals           | suggestion       | DEFAULT |
          condition-date-epoch                 | warning          | DEFAULT | INVALID_DATE_VALUE
          condition-date-past                  | warning          | DEFAULT |
          condition-vpc-format                 | error            | DEFAULT | INVALID_VPC_FORMAT
          condition-vpce-format                | error            | DEFAULT | INVALID_VPCE_FORMAT
          condition-account-format             | warning          | DEFAULT |
          condition-org-format                 | warning          | DEFAULT |
          condition-kms-key-arn                | error            | DEFAULT | INVALID_KMS_KEY_VALUE
          condition-enum-value                 | warning          | DEFAULT |
          condition-principalarn-session       | warning          | DEFAULT |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }

  /** Each test stands in a statement that allows one action on everything. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ACTION             | OPERATOR                  | KEY                            | VALUE                         | RULE
          s3:GetObject       | StringEquals              | aws:PrincipalOrgMasterAccountId | 444455556666                 |
          s3:GetObject       | StringEquals              | aws:ResourceTag                | ops                           | condition-tag-key-missing
          s3:GetObject       | StringEquals              | aws:CalledViaEnd               | athena.amazonaws.com          | condition-key-global-unknown
          iot:Publish        | StringEquals              | deepracer:UserToken            | a                             | condition-key-prefix-unknown
          deepracer:GetTrack | StringEquals              | deepracer:UserToken            | a                             |
          sts:AssumeRole     | StringEquals              | gitlab.com:sub                 | a                             |
          sts:AssumeRoleWithWebIdentity | StringEquals | accounts.google.com:google/organization_number | 7 |
          workmail:SendRawMessage | StringEquals | aws:VpceOrgID | o-a1b2c3d4e5 |
          sts:AssumeRole     | StringEquals              | saml:nobody                    | a                             | condition-key-service-unknown
          kms:Decrypt        | StringEquals              | kms:EncryptionContext:tenant   | a                             |
          ec2:RunInstances   | DateGreaterThan           | aws:RequestTag/until           | 2026-01-01T00:00:00Z          |
          s3:ListBucket      | DateGreaterThan           | s3:prefix                      | 2026-01-01T00:00:00Z          | condition-type
          s3:ListBucket      | NumericLessThan           | aws:EpochTime                  | 1800000000                    |
          s3:ListBucket      | StringEquals              | aws:SourceIp                   | 203.0.113.7                   | condition-type
          s3:ListBucket      | Null                      | aws:SourceIp                   | true                          |
          s3:ListBucket      | StringNotLikeIfExists     | aws:PrincipalArn               | arn:aws:iam::444455556666:role/* | condition-arn-stringlike
          s3:ListBucket      | StringLike                | aws:PrincipalTag/role          | arn:aws:iam::444455556666:role/* |
          s3:ListBucket      | StringNotEquals           | aws:PrincipalArn               | arn:aws:iam::444455556666:role/a | condition-arn-stringequals
          s3:ListBucket      | StringEquals              | aws:RequestedRegion            | eu-west-9                     | condition-region-unknown
          s3:ListBucket      | StringEqualsIgnoreCase    | aws:RequestedRegion            | EU-West-1                     |
          kms:ReplicateKey   | StringLike                | kms:ReplicaRegion              | us-*-1                        |
          s3:ListBucket      | StringEquals              | aws:UserAgent                  | ours                          | condition-key-untrustworthy
          s3:ListBucket      | NotIpAddress              | aws:VpcSourceIp                | 10.0.0.0/8                    | condition-key-paired
          s3:ListBucket      | Null                      | aws:VpcSourceIp                | false                         |
          sns:Publish        | StringEquals              | aws:VpceAccount                | 444455556666                  | condition-key-service-scope
          s3:GetObject       | StringNotLike             | s3:prefix                      | a*                            | condition-key-unsupported-for-action
          s3:GetObject       | StringLikeIfExists        | s3:prefix                      | a*                            |
          s3:GetObject       | Null                      | s3:prefix                      | true                          |
          s3:Get*            | StringLike                | s3:prefix                      | a*                            |
          ec2:RunInstances   | StringEquals              | ec2:CreateAction               | RunInstances                  | condition-key-missing-action
          ec2:CreateTags     | StringEquals              | ec2:CreateAction               | runinstances                  | condition-enum-value
          s3:ListBucket      | StringEqualsIgnoreCase    | aws:PrincipalType              | assumedrole                   |
          s3:ListBucket      | StringLike                | aws:PrincipalType              | Assumed*                      |
          s3:ListBucket      | Bool                      | aws:ViaAWSService              | true                          |
          s3:ListBucket      | DateGreaterThan           | aws:TokenIssueTime             | 2021                          |
          s3:ListBucket      | DateLessThan              | aws:TokenIssueTime             | 1625097600                    | condition-date-epoch
          s3:ListBucket      | DateGreaterThan           | aws:CurrentTime                | 2021-07                       | condition-date-past
          s3:ListBucket      | NumericLessThan           | aws:EpochTime                  | 1625097600                    | condition-date-past
          s3:ListBucket      | DateLessThan              | aws:CurrentTime                | 2099-07-01                    |
          s3:ListBucket      | StringEquals              | aws:SourceVpc                  | vpc-0123456789ABCDEF0         | condition-vpc-format
          s3:ListBucket      | StringEqualsIgnoreCase    | aws:SourceVpc                  | vpc-0123456789ABCDEF0         |
          s3:ListBucket      | StringEquals              | aws:SourceVpce                 | vpc-1a2b3c4d                  | condition-vpce-format
          s3:ListBucket      | StringEquals              | aws:PrincipalAccount           | anonymous                     |
          s3:ListBucket      | StringEquals              | aws:ResourceAccount            | ${aws:PrincipalAccount}       |
          s3:ListBucket      | StringEquals              | s3:ResourceAccount             | 44445555666                   | condition-account-format
          s3:ListBucket      | ForAnyValue:StringLike    | aws:PrincipalOrgPaths          | o-a1b2c3d4e5/r-ab12/*         |
          s3:ListBucket      | ForAnyValue:StringLike    | aws:PrincipalOrgPaths          | o-a1b2c3d4e5/r-ab12           | condition-org-format
          s3:ListBucket      | ArnLike                   | aws:PrincipalArn               | arn:aws:sts::444455556666:federated-user/bob |
          """)
  void a_test_of_one_key(
      String action, String operator, String key, String value, String expectedRule) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "*",
         "Condition": {"%s": {"%s": "%s"}}}]}
        """
            .formatted(action, operator, key, value);
    assertThat(findings(policy, PolicyType.IDENTITY))
        .extracting(finding -> finding.rule().id())
        .filteredOn(ConditionFormTest::isOfForm)
        .containsExactlyElementsOf(expectedRule == null ? List.of() : List.of(expectedRule));
  }

  @Test
  void an_operator_is_replaced_only_where_it_has_one_key() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*",
         "Condition": {"StringLike": {
           "aws:PrincipalArn": "arn:aws:iam::444455556666:role/*", "s3:prefix": "a*"}}}]}
        """;
    assertThat(findings(policy, PolicyType.IDENTITY))
        .filteredOn(finding -> finding.rule().id().equals("condition-arn-stringlike"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.fix()).isEmpty());
  }

  @Test
  void a_policy_of_an_unknown_resource_may_be_one_of_many_resources() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*",
           "Condition": {"StringEquals": {"aws:ResourceOrgID": "o-a1b2c3d4e5"}}}]}
        """;
    assertThat(findings(policy, PolicyType.RESOURCE))
        .extracting(finding -> finding.rule().id())
        .doesNotContain("condition-key-irrelevant");
    assertThat(findings(policy, PolicyType.resource("AWS::S3::Bucket")))
        .filteredOn(finding -> finding.rule().id().equals("condition-key-irrelevant"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.issueCode()).isEmpty());
  }

  private static List<Finding> findings(String policy, PolicyType type) {
    return Linter.strict().lint(SourceText.of("policy.json", policy), type).findings();
  }

  private static boolean isOfForm(String id) {
    return id.startsWith("condition-key-")
        || id.startsWith("condition-arn-string")
        || id.startsWith("condition-date-")
        || id.endsWith("-format")
        || OTHERS.contains(id);
  }
}
