package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.postern.catalog.Catalog;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways from what is granted to more. */
final class EscalationTest {
  private static final Path TABLE =
      Path.of("src/main/resources/dev/postern/lint/rule/escalation-paths.tsv");

  /** Ids, severities and codes are a contract with users; this is its text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                       | SEVERITY         | PROFILE | ISSUE CODE
          privesc-self             | security-warning | default |
          privesc-principal        | security-warning | default |
          privesc-new-compute      | security-warning | default |
          privesc-existing-compute | warning          | default |
          privesc-guardrail        | security-warning | default |
          privesc-resource-policy  | warning          | default |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ALLOWED                                        | ON                                      | FOUND
          'iam:AttachUserPolicy'                         | '*'                                     | privesc-self/iam-attach-user-policy
          'IAM:attachuserpolicy'                         | 'arn:aws:iam::*:user/*'                 | privesc-self/iam-attach-user-policy
          'iam:AttachUserPolicy'                         | 'arn:aws:iam::1:user/${aws:username}'   | privesc-self/iam-attach-user-policy
          'iam:AttachUserPolicy'                         | 'arn:aws:iam::1:user/anna'              | -
          'iam:AttachUserPolicy'                         | 'arn:aws:iam::1:role/*'                 | -
          'iam:CreateAccessKey'                          | 'arn:aws:iam::1:user/${aws:username}'   | -
          'iam:CreateAccessKey'                          | 'arn:aws:iam::1:user/team/*'            | privesc-principal/iam-create-access-key
          'iam:CreateAccessKey','iam:DeleteAccessKey'    | '*'                                     | privesc-principal/iam-create-access-key
          'iam:PutRolePolicy','sts:AssumeRole'           | 'arn:aws:iam::1:role/*'                 | privesc-self/iam-put-role-policy privesc-principal/sts-assume-role
          'iam:PassRole','ec2:RunInstances'              | '*'                                     | privesc-new-compute/ec2-run-instances
          'ec2:RunInstances'                             | '*'                                     | -
          'iam:PassRole','codebuild:CreateProject','codebuild:StartBuild' | '*'                    | privesc-new-compute/codebuild-create-start privesc-existing-compute/codebuild-start
          'iam:DeactivateMFADevice'                      | '*'                                     | privesc-principal/iam-take-mfa
          'iam:EnableMFADevice','iam:CreateVirtualMFADevice' | '*'                                 | privesc-principal/iam-take-mfa
          'iam:CreateVirtualMFADevice'                   | '*'                                     | -
          'ssm:StartSession'                             | 'arn:aws:ec2:*:1:instance/i-1'          | -
          'cloudformation:UpdateStack'                   | 'arn:aws:cloudformation:*:1:stack/a/*'  | -
          'cloudformation:UpdateStack'                   | 'arn:aws:cloudformation:*:1:stack/a-*/*' | privesc-existing-compute/cloudformation-update-stack
          's3:PutObject'                                 | 'arn:aws:s3:::reports-*/*'              | -
          's3:PutObject'                                 | 'arn:aws:s3:::*'                        | privesc-existing-compute/s3-code-write
          's3:PutBucketPolicy'                           | 'arn:aws:s3:::reports'                  | privesc-resource-policy/s3-bucket-policy
          's3:PutBucketPolicy','s3:GetObject'            | '*'                                     | -
          """)
  void paths(String allowed, String on, String found) {
    assertThat(found(allow(allowed, on))).isEqualTo(list(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          DENIED                                                                                              | STILL FOUND
          'Action':'iam:*','Resource':'*'                                                                     | -
          'NotAction':'s3:*','Resource':'*'                                                                   | -
          'Action':'iam:PutUserPolicy','Resource':'*'                                                         | privesc-self/iam-attach-user-policy
          'Action':'iam:*','Resource':'arn:aws:iam::1:user/anna'                                              | privesc-self/iam-attach-user-policy
          'Action':'iam:*','NotResource':'arn:aws:iam::1:user/anna'                                           | -
          'Action':'iam:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}                | privesc-self/iam-attach-user-policy
          'Action':'iam:*','Resource':'*','Condition':{'StringNotEquals':{'iam:PermissionsBoundary':'arn:b'}} | -
          """)
  void a_deny_closes_a_path(String denied, String found) {
    assertThat(found(allow("'iam:AttachUserPolicy'", "'*'") + ",{'Effect':'Deny'," + denied + "}"))
        .isEqualTo(list(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          CONDITION                                                     | FOUND
          'StringEquals':{'iam:PassedToService':'ec2.amazonaws.com'}    | privesc-new-compute/ec2-run-instances
          'StringLike':{'iam:PassedToService':'ec2.*'}                  | privesc-new-compute/ec2-run-instances
          'StringEquals':{'iam:PassedToService':'lambda.amazonaws.com'} | -
          'StringNotEquals':{'iam:PassedToService':'a.amazonaws.com'}   | -
          'Bool':{'aws:MultiFactorAuthPresent':'true'}                  | privesc-new-compute/ec2-run-instances
          'StringEquals':{'aws:ResourceTag/team':'a'}                   | -
          """)
  void a_role_has_to_reach_the_service(String condition, String found) {
    String pass =
        "{'Effect':'Allow','Action':'iam:PassRole','Resource':'*','Condition':{" + condition + "}}";
    assertThat(found(pass + "," + allow("'ec2:RunInstances'", "'*'"))).isEqualTo(list(found));
  }

  @Test
  void a_row_names_actions_that_exist() throws IOException {
    assertThat(
            Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Splitter.on('\t').splitToList(line)))
        .hasSizeGreaterThan(150)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(11).doesNotContain("");
              for (String action : row.get(2).split(" \\+ |\\|", -1)) {
                assertThat(Catalog.bundled().action(action)).as("%s", row).isPresent();
              }
            });
  }

  private static List<String> list(String found) {
    return found == null ? List.of() : Splitter.on(' ').splitToList(found);
  }

  private static String allow(String actions, String on) {
    return "{'Effect':'Allow','Action':[" + actions + "],'Resource':" + on + "}";
  }

  private static List<String> found(String statements) {
    String policy = "{'Version':'2012-10-17','Statement':[" + statements + "]}";
    return Linter.standard()
        .rules("privesc-*")
        .lint(SourceText.of("p.json", policy.replace('\'', '"')), PolicyType.IDENTITY)
        .findings()
        .stream()
        .map(Finding::id)
        .toList();
  }
}
