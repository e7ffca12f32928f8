package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.account.AccountDetails;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about an account. */
final class AccountRulesTest {
  /** Ids, severities and codes are a contract with users; this is its text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                            | SEVERITY         | PROFILE | ISSUE CODE
          account-incomplete            | warning          | default |
          account-user-policy           | suggestion       | opt-in  |
          account-admin-attached        | security-warning | opt-in  |
          account-risky-managed         | warning          | opt-in  |
          account-boundary-missing      | warning          | opt-in  |
          account-trust-unused-account  | warning          | opt-in  |
          account-overprivileged-compute | warning         | opt-in  |
          account-circular-access       | suggestion       | opt-in  |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }

  private static ImmutableList<Finding> findings(String rule, String account) {
    SourceText source = SourceText.of("account.json", account.replace('\'', '"'));
    return AccountLinter.of(PageConfiguration.linter(rule).rules(rule))
        .lint(AccountDetails.read(source))
        .stream()
        .flatMap(result -> result.findings().stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static String role(String name, String trust, String more) {
    return "{'RoleName':'"
        + name
        + "','Arn':'arn:aws:iam::111122223333:role/"
        + name
        + "','AssumeRolePolicyDocument':"
        + policy(trust)
        + more
        + "}";
  }

  private static String policy(String statements) {
    return "{'Version':'2012-10-17','Statement':[" + statements + "]}";
  }

  private static String trusts(String principal) {
    return "{'Effect':'Allow','Principal':{" + principal + "},'Action':'sts:AssumeRole'}";
  }

  private static String assumes(String resource) {
    return ",'RolePolicyList':[{'PolicyName':'assume','PolicyDocument':"
        + policy("{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'" + resource + "'}")
        + "}]";
  }

  private static String roles(String... roles) {
    return "{'RoleDetailList':[" + String.join(",", roles) + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          A IS TRUSTED BY B AS                            | A MAY ASSUME                      | CIRCLES
          'AWS':'arn:aws:iam::111122223333:role/a'        | arn:aws:iam::1:role/other         | 1
          'AWS':'arn:aws:iam::111122223333:root'          | arn:aws:iam::111122223333:role/b  | 1
          'AWS':'111122223333'                            | arn:aws:iam::111122223333:role/*  | 1
          'AWS':'111122223333'                            | *                                 | 1
          'AWS':'*'                                       | *                                 | 1
          'AWS':'111122223333'                            | arn:aws:iam::111122223333:role/c* | 0
          'AWS':'444455556666'                            | *                                 | 0
          'Service':'lambda.amazonaws.com'                | *                                 | 0
          """)
  void roles_in_a_circle(String trusted, String assumed, int circles) {
    assertThat(
            findings(
                "account-circular-access",
                roles(
                    role("a", trusts("'AWS':'arn:aws:iam::111122223333:role/b'"), assumes(assumed)),
                    role("b", trusts(trusted), ""))))
        .hasSize(circles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WHAT BREAKS IT
          ,'PermissionsBoundary':{'PermissionsBoundaryArn':'arn:aws:iam::111122223333:policy/b'}
          ,'RolePolicyList':[{'PolicyName':'deny','PolicyDocument':{'Statement':[{'Effect':'Deny','Action':'sts:*','Resource':'*'}]}}]
          """)
  void what_is_not_certain_is_no_circle(String more) {
    String b = role("b", trusts("'AWS':'arn:aws:iam::111122223333:role/a'"), "");
    String a = trusts("'AWS':'111122223333'");
    assertThat(findings("account-circular-access", roles(role("a", a, more), b))).isEmpty();
  }

  @Test
  void a_long_circle_is_one_finding() {
    String all =
        IntStream.range(0, 3_000)
            .mapToObj(
                i ->
                    role(
                        "r" + i,
                        trusts("'AWS':'arn:aws:iam::111122223333:role/r" + (i + 1) % 3_000 + "'"),
                        ""))
            .collect(Collectors.joining(","));
    assertThat(findings("account-circular-access", roles(all)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("and 2990 more");
              assertThat(finding.related()).hasSize(10);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          POLICY                                                    | RULE
          arn:aws:iam::aws:policy/AdministratorAccess               | account-admin-attached
          arn:aws-cn:iam::aws:policy/PowerUserAccess                | account-admin-attached
          arn:aws:iam::aws:policy/IAMFullAccess                     | account-admin-attached
          arn:aws:iam::111122223333:policy/AdministratorAccess      | -
          arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM  | account-risky-managed
          arn:aws:iam::aws:policy/AmazonEC2RoleforSSM               | -
          arn:aws:iam::aws:policy/ReadOnlyAccess                    | -
          administrator                                             | -
          """)
  void policies_that_are_known_by_their_names(String arn, String rule) {
    String account =
        "{'UserDetailList':[{'UserName':'u','Arn':'arn:aws:iam::111122223333:user/u',"
            + "'AttachedManagedPolicies':[{'PolicyArn':'"
            + arn
            + "'}]}]}";
    assertThat(
            Stream.of("account-admin-attached", "account-risky-managed")
                .filter(id -> !findings(id, account).isEmpty()))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SAYS                                                                                     | IS ADMINISTRATION
          'Action':'*','Resource':'*'                                                              | true
          'Action':['s3:*','*:*'],'Resource':'*'                                                   | true
          'Action':'iam:*','Resource':'*'                                                          | true
          'NotAction':['iam:*','organizations:*','account:*'],'Resource':'*'                       | true
          'NotAction':['iam:*','organizations:*','account:*','s3:*'],'Resource':'*'                | false
          'Action':'iam:Get*','Resource':'*'                                                       | false
          'Action':'*','Resource':'arn:aws:s3:::a'                                                 | false
          'Action':'*','Resource':'*','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}   | false
          """)
  void a_policy_that_says_the_same(String statement, boolean isAdministration) {
    String account =
        "{'UserDetailList':[{'UserName':'u','Arn':'arn:aws:iam::111122223333:user/u',"
            + "'AttachedManagedPolicies':[{'PolicyArn':'arn:p'}]}],"
            + "'Policies':[{'PolicyName':'p','Arn':'arn:p','PolicyVersionList':"
            + "[{'IsDefaultVersion':true,'Document':"
            + policy("{'Effect':'Allow'," + statement + "}")
            + "}]}]}";
    assertThat(findings("account-admin-attached", account)).hasSize(isAdministration ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          DENIED                                         | IS ADMINISTRATION
          'Action':'*','Resource':'*'                    | false
          'NotAction':'s3:*','Resource':'*'              | false
          'Action':'iam:*','Resource':'*'                | true
          'Action':'*','Resource':'arn:aws:s3:::payroll' | true
          """)
  void what_is_denied_is_no_administration(String denied, boolean isAdministration) {
    String account =
        "{'UserDetailList':[{'UserName':'u','Arn':'arn:aws:iam::111122223333:user/u',"
            + "'UserPolicyList':[{'PolicyName':'deny','PolicyDocument':"
            + policy("{'Effect':'Deny'," + denied + "}")
            + "}],'AttachedManagedPolicies':[{'PolicyArn':'arn:p'}]}],"
            + "'Policies':[{'PolicyName':'p','Arn':'arn:p','PolicyVersionList':"
            + "[{'IsDefaultVersion':true,'Document':"
            + policy("{'Effect':'Allow','Action':'*','Resource':'*'}")
            + "}]}]}";
    assertThat(findings("account-admin-attached", account)).hasSize(isAdministration ? 1 : 0);
  }

  @Test
  void a_linked_role_needs_no_boundary() {
    String account =
        "{'RoleDetailList':[{'RoleName':'AWSServiceRoleForSupport','Arn':"
            + "'arn:aws:iam::111122223333:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport',"
            + "'AssumeRolePolicyDocument':"
            + policy(trusts("'Service':'support.amazonaws.com'"))
            + "}]}";
    assertThat(findings("account-boundary-missing", account)).isEmpty();
  }

  @Test
  void inline_policies_count_together() {
    String statement =
        "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::"
            + "x".repeat(1_200)
            + "/*'}";
    String account =
        "{'UserDetailList':[{'UserName':'u','Arn':'arn:aws:iam::111122223333:user/u',"
            + "'UserPolicyList':[{'PolicyName':'a','PolicyDocument':"
            + policy(statement)
            + "},{'PolicyName':'b','PolicyDocument':"
            + policy(statement)
            + "}]}]}";
    assertThat(findings("size-inline", account)).hasSize(1);
  }
}
