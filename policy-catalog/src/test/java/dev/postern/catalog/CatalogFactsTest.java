package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that a person can look up on AWS's pages. */
final class CatalogFactsTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                    | LEVEL                  | TYPES THAT IT TAKES
          s3:GetObject              | READ                   | accesspointobject object
          iam:PassRole              | WRITE                  | role!
          kms:Decrypt               | WRITE                  | key!
          sts:GetCallerIdentity     | READ                   | ''
          dynamodb:Query            | READ                   | index table!
          iam:AttachRolePolicy      | PERMISSIONS_MANAGEMENT | role!
          ec2:CreateTags            | TAGGING                | -
          s3:ListAllMyBuckets       | LIST                   | ''
          """)
  void actions_have_levels_and_types(
      String action, AccessLevel level, @org.jspecify.annotations.Nullable String types) {
    ActionDefinition definition = CATALOG.action(action).orElseThrow();

    assertThat(definition.level()).isEqualTo(level);
    if (types != null) {
      assertThat(definition.resources())
          .extracting(resource -> resource.type().name() + (resource.isRequired() ? "!" : ""))
          .containsExactlyElementsOf(Splitter.on(' ').omitEmptyStrings().split(types));
    }
  }

  @Test
  void passing_a_role_has_two_keys_of_its_own() {
    assertThat(CATALOG.action("iam:PassRole").orElseThrow().conditionKeys())
        .extracting(ConditionKeyDefinition::name)
        .contains("iam:PassedToService", "iam:AssociatedResourceArn");
  }

  @Test
  void running_instances_needs_five_types_and_a_role_to_pass() {
    ActionDefinition run = CATALOG.action("ec2:RunInstances").orElseThrow();

    assertThat(run.resources())
        .filteredOn(ActionResource::isRequired)
        .extracting(resource -> resource.type().name())
        .containsExactly("image", "instance", "network-interface", "security-group", "subnet");
    assertThat(run.dependentActions()).contains("iam:PassRole");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          KEY                             | DEFINITION                                         | TYPE    | SEVERAL VALUES
          s3:prefix                       | s3:prefix                                          | STRING  | false
          s3:max-keys                     | s3:max-keys                                        | NUMERIC | false
          KMS:viaservice                  | kms:ViaService                                     | STRING  | false
          kms:EncryptionContextKeys       | kms:EncryptionContextKeys                          | STRING  | true
          kms:EncryptionContext:app       | kms:EncryptionContext:${EncryptionContextKey}      | STRING  | false
          aws:TagKeys                     | aws:TagKeys                                        | STRING  | true
          aws:SourceIp                    | aws:SourceIp                                       | IP_ADDRESS | false
          aws:ResourceTag/team            | aws:ResourceTag/${TagKey}                          | STRING  | false
          secretsmanager:ResourceTag/team | secretsmanager:ResourceTag/${TagKey}               | STRING  | false
          identitystore:UserId            | identitystore:UserId                               | STRING  | true
          oidc.eks.eu-west-1.amazonaws.com/id/0A1B:sub | ${Host}.${Domain}:sub | STRING | false
          team:sub | - | - | -
          saml:aud                        | saml:aud                                           | STRING  | false
          """)
  void keys_have_types(String key, String definition, String type, String several) {
    if (definition.equals("-")) {
      assertThat(CATALOG.conditionKey(key)).isEmpty();
    } else {
      assertThat(CATALOG.conditionKey(key))
          .hasValue(
              new ConditionKeyDefinition(
                  definition, ValueType.valueOf(type), Boolean.parseBoolean(several)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ACTION                | KEY                        | SCOPE
          s3:ListBucket         | s3:prefix                  | ACTION
          s3:ListBucket         | S3:PREFIX                  | ACTION
          s3:GetObject          | s3:prefix                  | NONE
          s3:GetObject          | s3:ExistingObjectTag/class | ACTION
          s3:GetObject          | aws:SourceIp               | GLOBAL
          s3:GetObject          | aws:PrincipalTag/team      | GLOBAL
          ec2:RunInstances      | aws:RequestTag/team        | ACTION
          sts:GetCallerIdentity | aws:RequestTag/team        | NONE
          sts:GetCallerIdentity | aws:TagKeys                | NONE
          dynamodb:Query        | dynamodb:LeadingKeys       | ACTION
          s3:GetObject          | ec2:SourceInstanceArn      | GLOBAL
          s3:GetObject          | s3:Nonsense                | NONE
          """)
  void keys_go_with_actions(String action, String key, KeyScope scope) {
    assertThat(CATALOG.keyScope(CATALOG.action(action).orElseThrow(), key)).isEqualTo(scope);
  }

  @Test
  void an_action_of_last_year_is_retired() {
    assertThat(CATALOG.action("deepracer:ListTracks")).isEmpty();
    assertThat(CATALOG.retiredAction("DeepRacer:listtracks").orElseThrow().name())
        .isEqualTo("deepracer:ListTracks");
    assertThat(CATALOG.retiredAction("s3:GetObject")).isEmpty();
    assertThat(CATALOG.retiredAction("s3:GetObjct")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ASKED                                                                | EXISTS
          ReadOnlyAccess                                                       | true
          AWSLambdaBasicExecutionRole                                          | true
          arn:aws:iam::aws:policy/ReadOnlyAccess                               | true
          arn:aws-cn:iam::aws:policy/ReadOnlyAccess                            | true
          arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole     | true
          arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole                  | false
          arn:aws:iam::111122223333:policy/ReadOnlyAccess                      | false
          readonlyaccess                                                       | false
          """)
  void policies_of_aws_are_known_by_name_and_path(String asked, boolean exists) {
    assertThat(CATALOG.managedPolicy(asked).isPresent()).isEqualTo(exists);
  }
}
