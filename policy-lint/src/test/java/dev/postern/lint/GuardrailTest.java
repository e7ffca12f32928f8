package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ceilings: service and resource control policies, boundaries, session and endpoint policies. */
final class GuardrailTest {
  /** Ids, severities and codes are a contract with users; this is its text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                         | SEVERITY         | PROFILE | ISSUE CODE
          scp-action-wildcard        | suggestion       | default | SCP_SYNTAX_ERROR_ACTION_WILDCARD
          scp-denies-everything      | security-warning | default |
          scp-region-lock-global     | warning          | default |
          scp-no-effect-principal    | warning          | default |
          scp-exemption-loose        | security-warning | default |
          rcp-action-wildcard        | suggestion       | default |
          rcp-principal-key-carveout | warning          | default | RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY
          rcp-source-key-carveout    | warning          | default | RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY
          rcp-source-null-check      | warning          | default | RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK
          rcp-blanket-deny           | security-warning | default |
          rcp-no-effect              | warning          | default |
          boundary-no-allow          | warning          | default |
          boundary-self-removal      | security-warning | default |
          session-no-allow           | warning          | default |
          vpce-full                  | warning          | default |
          vpce-principal             | warning          | default |
          vpce-no-identity           | suggestion       | strict  |
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
          CONDITION                                                                                                       | FOUND
          'StringNotEquals':{'aws:PrincipalOrgID':'o-1'}                                                                  | rcp-principal-key-carveout
          'StringNotEqualsIfExists':{'aws:principalorgid':'o-1'}                                                          | rcp-principal-key-carveout
          'StringEquals':{'aws:PrincipalOrgID':'o-1'}                                                                     | -
          'StringNotEquals':{'aws:PrincipalOrgID':'o-1'},'Bool':{'aws:PrincipalIsAWSService':'false'}                     | -
          'StringNotEquals':{'aws:PrincipalOrgID':'o-1'},'BoolIfExists':{'aws:PrincipalIsAWSService':'false'}             | -
          'StringNotEquals':{'aws:PrincipalOrgID':'o-1'},'BoolIfExists':{'aws:PrincipalIsAWSService':'true'}              | rcp-principal-key-carveout
          'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::1:role/a'}                                                       | -
          'StringNotEquals':{'aws:SourceOrgID':'o-1'}                                                                     | rcp-source-key-carveout rcp-source-null-check
          'StringNotEquals':{'aws:SourceAccount':'1'},'Bool':{'aws:PrincipalIsAWSService':'true'}                         | rcp-source-null-check
          'StringNotEquals':{'aws:SourceOrgID':'o-1'},'Null':{'aws:SourceAccount':'false'}                                | rcp-source-key-carveout
          'StringNotEquals':{'aws:SourceOrgID':'o-1'},'Null':{'aws:SourceArn':'false'},'Bool':{'aws:PrincipalIsAWSService':'true'} | -
          'StringEquals':{'aws:SourceAccount':'1'}                                                                        | -
          """)
  void whom_a_deny_of_a_resource_control_policy_hits(String condition, String found) {
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'s3:GetObject','Resource':'*','Condition':{"
            + condition
            + "}}";
    assertThat(ids(deny, "rcp", "rcp-*")).isEqualTo(list(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          SPARED                        | LOCK                                                             | FOUND
          'NotAction':'iam:*'           | 'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}            | scp-region-lock-global
          'NotAction':'iam:*'           | 'StringNotEqualsIfExists':{'aws:RequestedRegion':['eu-west-1']}  | scp-region-lock-global
          'NotAction':'iam:*'           | 'StringNotLike':{'aws:RequestedRegion':['eu-*','us-*']}          | -
          'NotAction':'iam:*'           | 'StringNotEquals':{'aws:RequestedRegion':'us-east-1'}            | scp-region-lock-global
          'NotAction':'iam:*'           | 'StringEquals':{'aws:RequestedRegion':'eu-west-1'}               | -
          'Action':'ec2:*'              | 'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}            | -
          'NotAction':'g*:*'            | 'StringNotEquals':{'aws:RequestedRegion':'us-east-1'}            | -
          """)
  void locks_on_regions(String spared, String lock, String found) {
    String deny = "{'Effect':'Deny'," + spared + ",'Resource':'*','Condition':{" + lock + "}}";
    assertThat(ids(deny, "scp", "scp-region-*")).isEqualTo(list(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          SPARED                                          | FOUND
          arn:aws:iam::*:role/*Admin*                     | scp-exemption-loose
          arn:*:iam::*:role/*                             | scp-exemption-loose
          arn:aws:iam::111122223333:*                     | scp-exemption-loose
          *admin*                                         | scp-exemption-loose
          *                                               | scp-exemption-loose
          arn:aws:iam::*:role/admin                       | -
          arn:aws:iam::*:role/AWSControlTower*            | -
          arn:aws:iam::*:role/aws-reserved/*              | -
          arn:aws:iam::*:root                             | -
          """)
  void exemptions(String spared, String found) {
    String deny =
        "{'Effect':'Deny','Action':'s3:GetObject','Resource':'*','Condition':{'ArnNotLike':"
            + "{'aws:PrincipalArn':'"
            + spared
            + "'}}}";
    assertThat(ids(deny, "scp", "scp-exemption-*")).isEqualTo(list(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION             | SCP                 | RCP
          s3:Get*            | -                   | -
          s3:Get?*           | -                   | -
          s3:*Acl            | scp-action-wildcard | rcp-action-wildcard
          s3:Get?bject       | scp-action-wildcard | rcp-action-wildcard
          s*:GetObject       | scp-action-wildcard | rcp-action-wildcard
          """)
  void wildcards_before_the_end(String action, String scp, String rcp) {
    String deny = "{'Effect':'Deny','Action':'" + action + "','Resource':'*'}";
    assertThat(ids(deny, "scp", "scp-action-wildcard")).isEqualTo(list(scp));
    assertThat(
            ids(deny.replace("'Action'", "'Principal':'*','Action'"), "rcp", "rcp-action-wildcard"))
        .isEqualTo(list(rcp));
  }

  private static List<String> list(String found) {
    return found == null ? List.of() : Splitter.on(' ').splitToList(found);
  }

  private static List<String> ids(String statement, String type, String selector) {
    String policy = "{'Version':'2012-10-17','Statement':[" + statement + "]}";
    return Linter.standard()
        .rules(selector)
        .lint(
            SourceText.of("p.json", policy.replace('\'', '"')),
            PolicyType.named(type).orElseThrow())
        .findings()
        .stream()
        .map(Finding::id)
        .toList();
  }
}
