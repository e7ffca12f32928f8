package dev.postern.catalog;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of all requests. AWS: "AWS global condition context keys". */
final class GlobalKeysTest {
  private static final GlobalKeys KEYS = GlobalKeys.bundled();

  private static GlobalKey named(String name) {
    return KEYS.all().stream()
        .filter(key -> key.definition().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          KEY                               | TYPE       | SEVERAL | ALWAYS | ANY ACTION
          aws:AssumedRoot                   | BOOL       | false   | false  | true
          aws:CalledVia                     | STRING     | true    | false  | true
          aws:CalledViaAWSMCP               | STRING     | false   | false  | true
          aws:CalledViaFirst                | STRING     | false   | false  | true
          aws:CalledViaLast                 | STRING     | false   | false  | true
          aws:ChatbotSourceArn              | ARN        | false   | false  | true
          aws:CurrentTime                   | DATE       | false   | true   | true
          aws:Ec2InstanceSourcePrivateIPv4  | IP_ADDRESS | false   | false  | true
          aws:Ec2InstanceSourceVpc          | STRING     | false   | false  | true
          aws:EpochTime                     | DATE       | false   | true   | true
          aws:FederatedProvider             | STRING     | false   | false  | true
          aws:IsMcpServiceAction            | BOOL       | false   | false  | true
          aws:MultiFactorAuthAge            | NUMERIC    | false   | false  | true
          aws:MultiFactorAuthPresent        | BOOL       | false   | false  | true
          aws:PrincipalAccount              | STRING     | false   | true   | true
          aws:PrincipalArn                  | ARN        | false   | false  | true
          aws:PrincipalIsAWSService         | BOOL       | false   | false  | true
          aws:PrincipalOrgID                | STRING     | false   | false  | true
          aws:PrincipalOrgPaths             | STRING     | true    | false  | true
          aws:PrincipalServiceName          | STRING     | false   | false  | true
          aws:PrincipalServiceNamesList     | STRING     | true    | false  | true
          aws:PrincipalTag/${TagKey}        | STRING     | false   | false  | true
          aws:PrincipalType                 | STRING     | false   | true   | true
          aws:referer                       | STRING     | false   | false  | true
          aws:RequestedRegion               | STRING     | false   | true   | true
          aws:RequestTag/${TagKey}          | STRING     | false   | false  | false
          aws:ResourceAccount               | STRING     | false   | false  | true
          aws:ResourceOrgID                 | STRING     | false   | false  | true
          aws:ResourceOrgPaths              | STRING     | true    | false  | true
          aws:ResourceTag/${TagKey}         | STRING     | false   | false  | false
          aws:SecureTransport               | BOOL       | false   | true   | true
          aws:SignInSessionArn              | ARN        | false   | false  | true
          aws:SourceAccount                 | STRING     | false   | false  | true
          aws:SourceArn                     | ARN        | false   | false  | true
          aws:SourceIdentity                | STRING     | false   | false  | true
          aws:SourceIp                      | IP_ADDRESS | false   | false  | true
          aws:SourceOrgID                   | STRING     | false   | false  | true
          aws:SourceOrgPaths                | STRING     | true    | false  | true
          aws:SourceVpc                     | STRING     | false   | false  | true
          aws:SourceVpcArn                  | ARN        | false   | false  | true
          aws:SourceVpce                    | STRING     | false   | false  | true
          aws:TagKeys                       | STRING     | true    | false  | false
          aws:TokenIssueTime                | DATE       | false   | false  | true
          aws:UserAgent                     | STRING     | false   | true   | true
          aws:userid                        | STRING     | false   | true   | true
          aws:username                      | STRING     | false   | false  | true
          aws:ViaAWSMCPService              | BOOL       | false   | false  | true
          aws:ViaAWSService                 | BOOL       | false   | true   | true
          aws:VpceAccount                   | STRING     | false   | false  | true
          aws:VpceOrgID                     | STRING     | false   | false  | true
          aws:VpceOrgPaths                  | STRING     | true    | false  | true
          aws:VpcSourceIp                   | IP_ADDRESS | false   | false  | true
          """)
  void keys_are_as_the_user_guide_has_them(
      String name, ValueType type, boolean several, boolean always, boolean anyAction) {
    assertThat(named(name))
        .isEqualTo(
            new GlobalKey(new ConditionKeyDefinition(name, type, several), always, anyAction));
  }

  @Test
  void there_are_fifty_two_in_the_order_of_their_names() {
    assertThat(KEYS.all())
        .hasSize(52)
        .isSortedAccordingTo(comparing(key -> Ascii.toLowerCase(key.definition().name())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WRITTEN                   | KEY
          AWS:SOURCEIP              | aws:SourceIp
          aws:Referer               | aws:referer
          aws:PrincipalTag/team     | aws:PrincipalTag/${TagKey}
          aws:resourcetag/a/b:c     | aws:ResourceTag/${TagKey}
          aws:RequestTag/${TagKey}  | aws:RequestTag/${TagKey}
          """)
  void a_key_is_found_by_its_name_or_as_an_example_of_a_template(String written, String key) {
    assertThat(KEYS.find(written)).map(ConditionKeyDefinition::name).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aws:SourceIP6", "aws:PrincipalTag/", "aws:ResourceTag", "s3:prefix", "aws:", ""})
  void no_other_key_is_found(String key) {
    assertThat(KEYS.find(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:PrincipalOrgID",
        "aws:PrincipalTag/team",
        "ec2:RoleDelivery",
        "EC2:SourceInstanceArn",
        "glue:RoleAssumedBy",
        "glue:CredentialIssuingService",
        "codebuild:ProjectArn",
        "lambda:SourceFunctionArn",
        "ssm:SourceInstanceArn",
        "identitystore:UserId",
        "saml:aud",
        "sts:ExternalId",
        "sts:RequestContext/identitycenter:ApplicationArn",
        "cognito-identity.amazonaws.com:sub",
        "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF:aud"
      })
  void a_key_of_all_requests_or_of_a_session_goes_with_every_action(String key) {
    assertThat(KEYS.goesWithEveryAction(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:RequestTag/team",
        "aws:ResourceTag/team",
        "aws:TagKeys",
        "ec2:Region",
        "s3:sub",
        "token.actions.githubusercontent.com:subject"
      })
  void others_go_with_the_actions_for_which_they_are_listed(String key) {
    assertThat(KEYS.goesWithEveryAction(key)).isFalse();
  }

  @Test
  void what_the_page_on_saml_calls_lists_may_hold_several_values() {
    assertThat(KEYS.sessionKeys())
        .filteredOn(ConditionKeyDefinition::isMultivalued)
        .extracting(ConditionKeyDefinition::name)
        .contains("saml:cn", "saml:mail", "cognito-identity.amazonaws.com:amr");
  }

  @ParameterizedTest
  @CsvSource({"global-keys.tsv, 7, 2 3 4", "cross-service-keys.tsv, 5, 2"})
  void cells_of_yes_or_no_say_nothing_else(String file, int columns, String cells) {
    for (ImmutableList<String> row : Table.read(file, columns)) {
      for (char cell : cells.replace(" ", "").toCharArray()) {
        assertThat(row.get(cell - '0')).as(row.get(0)).isIn("yes", "no");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "global-keys.tsv, 7",
    "cross-service-keys.tsv, 5",
    "resource-policies.tsv, 5",
    "event-sources.tsv, 4",
    "operations.tsv, 6",
    "unchecked-calls.tsv, 4"
  })
  void every_row_has_a_source_and_a_date(String file, int columns) {
    for (ImmutableList<String> row : Table.read(file, columns)) {
      assertThat(row.get(columns - 2)).as(row.get(0)).isNotBlank();
      assertThat(LocalDate.parse(row.get(columns - 1))).isAfter(LocalDate.of(2019, 1, 1));
    }
  }
}
