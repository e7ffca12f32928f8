package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.catalog.Catalog;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that need to be told what is trusted, or what is meant. */
final class ExpectationRulesTest {
  private static final Path BOUNDARY_ACTIONS =
      Path.of("src/main/resources/dev/postern/lint/rule/boundary-actions.tsv");

  /** Ids, severities and codes are a contract with users; this is its text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                         | SEVERITY         | PROFILE | ISSUE CODE
          principal-forbidden        | error            | opt_in  |
          trust-cross-account        | warning          | opt_in  |
          trust-no-external-id       | warning          | opt_in  |
          cross-account              | warning          | opt_in  |
          sensitive-resource         | security-warning | opt_in  |
          required-condition         | error            | opt_in  |
          forbidden-action           | error            | opt_in  |
          scp-legacy-allow-condition | error            | opt_in  | SCP_SYNTAX_ERROR_ALLOW_CONDITION
          scp-legacy-allow-notaction | error            | opt_in  | SCP_SYNTAX_ERROR_ALLOW_NOT_ACTION
          scp-legacy-allow-resource  | error            | opt_in  | SCP_SYNTAX_ERROR_ALLOW_RESOURCE
          scp-legacy-notresource     | error            | opt_in  | SCP_SYNTAX_ERROR_NOT_RESOURCE
          boundary-not-enforced      | security-warning | opt_in  |
          condition-ip-broad         | warning          | opt_in  |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleInfo info = BuiltInRules.named(id).orElseThrow().info();
    assertThat(info.severity()).isEqualTo(Severity.named(severity).orElseThrow());
    assertThat(info.profile().name().toLowerCase(Locale.ROOT)).isEqualTo(profile);
    assertThat(info.issueCode().orElse(null)).isEqualTo(issueCode);
  }

  @Test
  void a_project_that_expects_nothing_hears_of_none() {
    assertThat(PageConfiguration.configured("{}").rules())
        .extracting(RuleInfo::id)
        .doesNotContain("principal-forbidden", "cross-account", "condition-ip-broad")
        .noneMatch(id -> id.startsWith("scp-legacy-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          LISTED                                                   | PRINCIPAL                                                    | FOUND
          'forbiddenPrincipals':['999999999999']                   | {'AWS':'arn:aws:iam::999999999999:role/r'}                   | /Principal/AWS
          'forbiddenPrincipals':['999999999999']                   | {'AWS':'arn:aws:sts::999999999999:assumed-role/r/s'}         | /Principal/AWS
          'forbiddenPrincipals':['arn:aws:iam::999999999999:*']    | {'AWS':['999999999999','111122223333']}                      | /Principal/AWS/0
          'forbiddenPrincipals':['arn:aws-cn:iam::999999999999:*'] | {'AWS':'arn:aws:iam::999999999999:root'}                     | -
          'forbiddenPrincipals':['ec2.amazonaws.com']              | {'Service':['ec2.amazonaws.com','ecs.amazonaws.com']}        | /Principal/Service/0
          'forbiddenPrincipals':['999999999999']                   | '*'                                                          | -
          'allowedPrincipals':['111122223333']                     | {'AWS':'arn:aws:iam::111122223333:user/u'}                   | -
          'allowedPrincipals':['111122223333']                     | {'AWS':'*'}                                                  | /Principal/AWS
          'allowedPrincipals':['111122223333']                     | {'Service':'ec2.amazonaws.com'}                              | /Principal/Service
          'allowedPrincipals':['*']                                | {'AWS':'*'}                                                  | -
          'allowedPrincipals':['*.amazonaws.com']                  | {'Federated':'cognito-identity.amazonaws.com'}               | -
          'allowedPrincipals':['111122223333']                     | {'AWS':'AROAEXAMPLEEXAMPLE123'}                              | -
          """)
  void principals(String listed, String principal, String found) {
    String statement = "'Effect':'Allow','Principal':" + principal + ",'Action':'sts:AssumeRole'";
    assertThat(places("{" + listed + "}", "principal-forbidden", "trust", statement))
        .isEqualTo(found == null ? "" : found);
    assertThat(
            places(
                "{" + listed + "}",
                "principal-forbidden",
                "trust",
                statement.replace("Allow", "Deny")))
        .isEmpty();
  }

  @Test
  void everyone_who_is_confined_is_somebody() {
    assertThat(
            places(
                "{'allowedPrincipals':['111122223333']}",
                "principal-forbidden",
                "trust",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole',"
                    + "'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPAL                                                       | CONDITION                                                                 | CROSS               | WITHOUT ID
          {'AWS':'111122223333'}                                          | -                                                                         | -                   | -
          {'AWS':'444455556666'}                                          | -                                                                         | -                   | /Principal/AWS
          {'AWS':'777788889999'}                                          | -                                                                         | /Principal/AWS      | /Principal/AWS
          {'AWS':['777788889999','arn:aws:iam::777788889999:user/u']}     | -                                                                         | /Principal/AWS/0    | /Principal/AWS/0
          {'AWS':'777788889999'}                                          | 'StringEquals':{'sts:ExternalId':'5f2f4e1c-8a63'}                         | /Principal/AWS      | -
          {'AWS':'777788889999'}                                          | 'StringEquals':{'AWS:principalorgid':'o-a1b2c3d4e5'}                      | /Principal/AWS      | -
          {'AWS':'*'}                                                     | 'StringEquals':{'aws:PrincipalAccount':'777788889999'}                    | /Condition/StringEquals/aws:PrincipalAccount | /Condition/StringEquals/aws:PrincipalAccount
          {'AWS':'*'}                                                     | 'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::777788889999:role/*'}         | /Condition/ArnLike/aws:PrincipalArn | /Condition/ArnLike/aws:PrincipalArn
          {'AWS':'*'}                                                     | 'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/*'}                    | -                   | -
          {'Service':'ec2.amazonaws.com'}                                 | -                                                                         | -                   | -
          """)
  void accounts(String principal, String condition, String cross, String withoutId) {
    String configuration =
        "{'organizationAccounts':['111122223333'],'trustedAccounts':['444455556666']}";
    String statement =
        "'Effect':'Allow','Principal':"
            + principal
            + ",'Action':'sts:AssumeRole'"
            + (condition == null ? "" : ",'Condition':{" + condition + "}");
    assertThat(places(configuration, "trust-cross-account", "trust", statement))
        .isEqualTo(cross == null ? "" : cross);
    assertThat(places(configuration, "trust-no-external-id", "trust", statement))
        .isEqualTo(withoutId == null ? "" : withoutId);
  }

  @Test
  void asked_for_without_a_list_the_owner_is_trusted_alone() {
    String statement =
        "'Effect':'Allow','Principal':{'AWS':['111122223333','444455556666']},"
            + "'Action':'sqs:SendMessage','Resource':'arn:aws:sqs:eu-west-1:111122223333:q'";
    assertThat(places("{}", "cross-account", "resource", statement)).isEqualTo("/Principal/AWS/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                                   | RESOURCE                                                         | DENY                                                                  | FOUND
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | -                                                                     | /Action
          'Action':['s3:Get*','sqs:*']             | 'Resource':['arn:aws:s3:::a/*','arn:aws:s3:::*roll/2026/*']      | -                                                                     | /Action/0
          'Action':'s3:ListBucket'                 | 'Resource':'*'                                                   | -                                                                     | -
          'NotAction':'iam:*'                      | 'Resource':'arn:aws:s3:::p*'                                     | -                                                                     | /NotAction
          'NotAction':'s3:*'                       | 'Resource':'*'                                                   | -                                                                     | -
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::payroll'                                | -                                                                     | -
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::*/payroll/*'                            | -                                                                     | /Action
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::q*'                                     | -                                                                     | -
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::payroll/${aws:username}/*'              | -                                                                     | /Action
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::${aws:PrincipalTag/team}/*'             | -                                                                     | -
          'Action':'s3:GetObject'                  | 'NotResource':'arn:aws:s3:::payroll/*'                           | -                                                                     | -
          'Action':'s3:GetObject'                  | 'NotResource':'arn:aws:s3:::payroll/2025/*'                      | -                                                                     | /Action
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | 'Action':'s3:*','Resource':'arn:aws:s3:::payroll/*'                   | -
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | 'Action':'s3:*','Resource':'arn:aws:s3:::payroll/2025/*'              | /Action
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::payroll/2025/*'                         | 'Action':'s3:*','Resource':'arn:aws:s3:::payroll/2025/*'              | -
          'Action':'s3:GetObject'                  | 'Resource':'arn:aws:s3:::payroll/2025/a*'                        | 'NotAction':'iam:*','Resource':'*'                                    | -
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | 'Action':'s3:PutObject','Resource':'*'                                | /Action
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | 'Action':'s3:*','NotResource':'arn:aws:s3:::reports/*'                | -
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | 'Action':'s3:*','NotResource':'arn:aws:s3:::*/2025/*'                 | /Action
          'Action':'s3:GetObject'                  | 'Resource':'*'                                                   | 'Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}} | /Action
          """)
  void sensitive_objects(String action, String resource, String deny, String found) {
    String configuration =
        "{'sensitiveAccess':[{'actions':['s3:*Object'],'resources':['arn:aws:s3:::payroll/*']}]}";
    assertThat(
            places(
                configuration,
                "sensitive-resource",
                "identity",
                "'Effect':'Allow'," + action + "," + resource,
                deny == null
                    ? "'Effect':'Deny','Action':'sns:*','Resource':'*'"
                    : "'Effect':'Deny'," + deny))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void one_finding_tells_all_that_a_statement_reaches() {
    assertThat(
            PageConfiguration.configured(
                    "{'forbiddenAccess':[{'actions':['iam:CreateUser']},{'actions':['iam:*Key']}]}")
                .rules("forbidden-action")
                .lint(
                    policy("'Effect':'Allow','Action':'iam:Create*','Resource':'*'"),
                    PolicyType.IDENTITY)
                .findings())
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("forbidden: `iam:CreateUser`, `iam:CreateAccessKey`");
  }

  @Test
  void an_action_that_the_catalog_does_not_know_can_be_forbidden() {
    assertThat(
            places(
                "{'forbiddenAccess':[{'actions':['iam:BrandNewAction']}]}",
                "forbidden-action",
                "identity",
                "'Effect':'Allow','Action':'iam:*','Resource':'*'"))
        .isEqualTo("/Action");
  }

  @Test
  void a_ceiling_grants_nothing() {
    assertThat(
            places(
                "{'forbiddenAccess':[{'actions':['iam:*']}]}",
                "forbidden-action",
                "boundary",
                "'Effect':'Allow','Action':'*','Resource':'*'"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          FORBIDDEN                                                              | CONDITION                                         | FOUND
          {'key':'aws:useragent'}                                                | 'StringLike':{'aws:UserAgent':'a*'}               | /Condition/StringLike/aws:UserAgent
          {'key':'aws:UserAgent','operator':'StringEquals'}                      | 'StringLike':{'aws:UserAgent':'a*'}               | -
          {'key':'aws:SourceIp','values':['0.0.0.0/0']}                          | 'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}          | /Condition/IpAddress/aws:SourceIp
          {'key':'aws:SourceIp','values':['0.0.0.0/0']}                          | 'IpAddress':{'aws:SourceIp':'192.0.2.0/24'}       | -
          {'key':'aws:ResourceTag/Team'}                                         | 'StringEquals':{'aws:ResourceTag/Team':'x'}       | /Condition/StringEquals/aws:ResourceTag~1Team
          """)
  void forbidden_conditions(String forbidden, String condition, String found) {
    assertThat(
            places(
                "{'forbiddenConditions':[" + forbidden + "]}",
                "forbidden-action",
                "identity",
                "'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Condition':{"
                    + condition
                    + "}"))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ALLOW                                                          | DENY                                                                | FOUND
          -                                                              | -                                                                   | /Action
          'StringEquals':{'aws:SourceVpce':'vpce-1'}                     | -                                                                   | -
          'StringEquals':{'aws:SourceVpce':['vpce-1','vpce-9']}          | -                                                                   | /Action
          'StringEqualsIfExists':{'aws:SourceVpce':'vpce-1'}             | -                                                                   | /Action
          'StringNotEquals':{'aws:SourceVpce':'vpce-1'}                  | -                                                                   | /Action
          'Bool':{'aws:ViaAWSService':'true'}                            | -                                                                   | -
          -                                                              | 'StringNotEquals':{'aws:SourceVpce':'vpce-2'}                       | -
          -                                                              | 'StringNotEquals':{'aws:SourceVpce':'vpce-9'}                       | /Action
          -                                                              | 'StringEquals':{'aws:SourceVpce':'vpce-1'}                          | /Action
          -                                                              | 'StringNotEquals':{'aws:SourceVpce':'vpce-1'},'BoolIfExists':{'aws:ViaAWSService':'false'} | -
          -                                                              | 'StringNotEquals':{'aws:SourceVpce':'vpce-1'},'Bool':{'aws:SecureTransport':'true'} | /Action
          -                                                              | 'Bool':{'aws:ViaAWSService':'false'}                                | /Action
          """)
  void required_conditions(String allow, String deny, String found) {
    String statement = "'Action':'s3:GetObject','Resource':'arn:aws:s3:::reports/*'";
    assertThat(
            places(
                "{'requiredConditions':[{'actions':['s3:Get*'],'anyOf':["
                    + "{'operator':'StringEquals','key':'aws:SourceVpce','values':['vpce-1','vpce-2']},"
                    + "{'operator':'Bool','key':'aws:ViaAWSService','values':['true']}]}]}",
                "required-condition",
                "identity",
                "'Effect':'Allow',"
                    + statement
                    + (allow == null ? "" : ",'Condition':{" + allow + "}"),
                deny == null
                    ? "'Effect':'Deny','Action':'sns:*','Resource':'*'"
                    : "'Effect':'Deny'," + statement + ",'Condition':{" + deny + "}"))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                           | RESOURCE                                      | CONDITION                                                                                   | FOUND
          iam:CreateRole                   | *                                             | -                                                                                           | /Action
          iam:Get*                         | *                                             | -                                                                                           | -
          iam:DetachRolePolicy             | *                                             | -                                                                                           | -
          iam:CreateRole                   | arn:aws:iam::111122223333:role/admin          | -                                                                                           | -
          iam:PutRolePolicy                | arn:aws:iam::111122223333:role/adm*           | -                                                                                           | /Action
          iam:CreateUser                   | arn:aws:iam::111122223333:role/app            | -                                                                                           | -
          iam:CreateRole                   | *                                             | 'StringEquals':{'iam:PermissionsBoundary':'arn:aws:iam::111122223333:policy/boundary'}      | -
          iam:CreateRole                   | *                                             | 'ArnLike':{'iam:permissionsboundary':'arn:aws:iam::111122223333:policy/boundary'}           | -
          iam:CreateRole                   | *                                             | 'ArnLike':{'iam:PermissionsBoundary':'arn:aws:iam::111122223333:policy/*'}                  | /Action
          iam:CreateRole                   | *                                             | 'StringEqualsIfExists':{'iam:PermissionsBoundary':'arn:aws:iam::111122223333:policy/boundary'} | /Action
          iam:CreateRole                   | *                                             | 'Null':{'iam:PermissionsBoundary':'false'}                                                  | /Action
          iam:CreateRole                   | *                                             | 'StringEquals':{'aws:RequestTag/team':'a'}                                                  | /Action
          """)
  void boundaries(String action, String resource, String condition, String found) {
    assertThat(
            places(
                "{'requiredBoundaries':['arn:aws:iam::*:policy/boundary'],"
                    + "'withoutBoundary':['arn:aws:iam::*:role/admin']}",
                "boundary-not-enforced",
                "identity",
                "'Effect':'Allow','Action':'"
                    + action
                    + "','Resource':'"
                    + resource
                    + "'"
                    + (condition == null ? "" : ",'Condition':{" + condition + "}")))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void the_boundary_goes_with_each_action_that_has_to_name_it() throws IOException {
    assertThat(Files.readAllLines(BOUNDARY_ACTIONS))
        .filteredOn(line -> !line.startsWith("#"))
        .extracting(line -> line.substring(0, line.indexOf('\t')))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(Catalog.bundled().action(name))
                    .hasValueSatisfying(
                        action ->
                            assertThat(action.conditionKeys())
                                .extracting(key -> key.name())
                                .contains("iam:PermissionsBoundary")));
  }

  @Test
  void any_boundary_will_do_where_none_is_named() {
    String statement =
        "'Effect':'Allow','Action':'iam:CreateRole','Resource':'*','Condition':{'ArnEquals':"
            + "{'iam:PermissionsBoundary':'arn:aws:iam::111122223333:policy/any'}}";
    assertThat(places("{}", "boundary-not-enforced", "identity", statement)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          CONFIGURATION                          | BLOCK         | FOUND
          {}                                     | 64.0.0.0/7    | true
          {}                                     | 64.0.0.0/8    | false
          {}                                     | 2000::/15     | true
          {}                                     | 2000::/16     | false
          {}                                     | 0.0.0.0/0     | false
          {'broadNetworks':{'ipv4':16}}          | 64.0.0.0/15   | true
          {'broadNetworks':{'ipv4':16}}          | 10.0.0.0/8    | false
          {'broadNetworks':{'ipv4':16}}          | 8.0.0.0/6     | true
          {'broadNetworks':{'ipv4':16}}          | 2000::/15     | true
          {'broadNetworks':{'ipv6':32}}          | fc00::/7      | false
          """)
  void broad_blocks(String configuration, String block, boolean found) {
    assertThat(
            places(
                configuration,
                "condition-ip-broad",
                "identity",
                "'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Condition':{'IpAddress':"
                    + "{'aws:SourceIp':'"
                    + block
                    + "'}}"))
        .isEqualTo(found ? "/Condition/IpAddress/aws:SourceIp" : "");
  }

  @Test
  void a_wildcard_before_the_end_is_an_error_in_the_legacy_language() {
    String statement = "'Effect':'Deny','Action':'s3:*Acl','Resource':'*'";
    assertThat(scpSeverity("{'scpLanguage':'legacy'}", statement)).isEqualTo(Severity.ERROR);
    assertThat(scpSeverity("{}", statement)).isEqualTo(Severity.SUGGESTION);
  }

  private static Severity scpSeverity(String configuration, String statement) {
    return PageConfiguration.configured(configuration)
        .rules("scp-action-wildcard")
        .lint(policy(statement), PolicyType.named("scp").orElseThrow())
        .findings()
        .get(0)
        .severity();
  }

  /* Where a rule finds something in the first statement. */
  private static String places(
      String configuration, String rule, String type, String... statements) {
    return PageConfiguration.configured(configuration)
        .rules(rule)
        .lint(policy(statements), PolicyType.named(type).orElseThrow())
        .findings()
        .stream()
        .map(finding -> finding.pointer().toString().substring("/Statement/0".length()))
        .collect(Collectors.joining(" "));
  }

  private static SourceText policy(String... statements) {
    return SourceText.of(
        "p.json",
        ("{'Version':'2012-10-17','Statement':[{" + String.join("},{", statements) + "}]}")
            .replace('\'', '"'));
  }
}
