package dev.postern.lint.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What IAM tells of an account. */
final class AccountDetailsTest {
  private static SourceText fixture() throws IOException {
    return SourceText.of(
        "account.json",
        Resources.toString(
            Resources.getResource(AccountDetailsTest.class, "account.json"),
            StandardCharsets.UTF_8));
  }

  private static AccountDetails read(String json) {
    return AccountDetails.read(SourceText.of("account.json", json.replace('\'', '"')));
  }

  private static Stream<AccountPolicy> policies(AccountDetails account) {
    return Stream.concat(
        account.principals().stream()
            .flatMap(
                principal ->
                    Stream.concat(
                        principal.entry().inline().stream(),
                        principal instanceof AccountPrincipal.Role role
                            ? role.trust().stream()
                            : Stream.empty())),
        account.policies().stream());
  }

  @Test
  void every_policy_of_an_account() throws IOException {
    AccountDetails account = AccountDetails.read(fixture());

    assertThat(account.problems()).isEmpty();
    assertThat(
            policies(account)
                .map(
                    policy ->
                        policy.identity()
                            + " | "
                            + policy.title()
                            + " | "
                            + policy.reading().readablePart().type()))
        .containsExactly(
            "arn:aws:iam::111122223333:user/anna/own-bucket"
                + " | inline policy `own-bucket` of user `anna` | identity",
            "arn:aws:iam::111122223333:group/developers/attach"
                + " | inline policy `attach` of group `developers` | identity",
            "arn:aws:iam::111122223333:role/deploy/start"
                + " | inline policy `start` of role `deploy` | identity",
            "arn:aws:iam::111122223333:role/deploy#trust"
                + " | trust policy of role `deploy` | trust",
            "arn:aws:iam::111122223333:role/service/web#trust"
                + " | trust policy of role `web` | trust",
            "arn:aws:iam::aws:policy/AdministratorAccess"
                + " | managed policy `AdministratorAccess`, attached to role `web` | identity",
            "arn:aws:iam::111122223333:policy/no-iam"
                + " | managed policy `no-iam`, boundary of user `anna` | boundary",
            "arn:aws:iam::111122223333:policy/pass-roles"
                + " | managed policy `pass-roles`, attached to user `ben`, role `deploy`"
                + " | identity");
  }

  @Test
  void a_policy_is_read_in_the_version_that_is_in_force() throws IOException {
    assertThat(AccountDetails.read(fixture()).policies().get(1).reading().json())
        .hasValueSatisfying(
            json ->
                assertThat(json.span().pointer())
                    .hasToString("/Policies/1/PolicyVersionList/0/Document"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          POLICY                                                                     | TYPE
          'AttachmentCount':0,'PermissionsBoundaryUsageCount':2                      | boundary
          'AttachmentCount':1,'PermissionsBoundaryUsageCount':2                      | identity
          'AttachmentCount':0,'PermissionsBoundaryUsageCount':0                      | identity
          'AttachmentCount':0                                                        | identity
          """)
  void a_filter_may_leave_out_whom_a_policy_limits(String counts, String type) {
    AccountDetails account =
        read(
            "{'Policies':[{'Arn':'arn:p','PolicyName':'p',"
                + counts
                + ",'PolicyVersionList':[{'IsDefaultVersion':true,'Document':{}}]}]}");
    assertThat(account.policies())
        .singleElement()
        .satisfies(policy -> assertThat(policy.reading().readablePart().type()).hasToString(type));
  }

  @Test
  void a_title_names_ten() {
    String users =
        Stream.iterate(1, i -> i + 1)
            .limit(13)
            .map(
                i ->
                    "{'UserName':'u"
                        + i
                        + "','Arn':'arn:u"
                        + i
                        + "','AttachedManagedPolicies':[{'PolicyArn':'arn:p'}]}")
            .reduce((one, other) -> one + "," + other)
            .orElseThrow();
    AccountDetails account =
        read(
            "{'UserDetailList':["
                + users
                + "],'Policies':[{'Arn':'arn:p','PolicyName':'p',"
                + "'PolicyVersionList':[{'IsDefaultVersion':true,'Document':{}}]}]}");
    assertThat(account.policies())
        .singleElement()
        .extracting(AccountPolicy::title)
        .asString()
        .startsWith("managed policy `p`, attached to user `u1`, user `u2`")
        .endsWith("user `u10` and 3 more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          TEXT                                                                        | PLACES OF PROBLEMS
          {}                                                                          | -
          []                                                                          | document
          {'UserDetailList':7}                                                        | /UserDetailList
          {'UserDetailList':[7,null,[]]}                                              | /UserDetailList/0 /UserDetailList/1 /UserDetailList/2
          {'UserDetailList':[{}]}                                                     | /UserDetailList/0 /UserDetailList/0
          {'UserDetailList':[{'UserName':[],'Arn':'a'}]}                              | /UserDetailList/0/UserName
          {'UserDetailList':[{'UserName':'u','Arn':'a','GroupList':'g'}]}             | /UserDetailList/0/GroupList
          {'UserDetailList':[{'UserName':'u','Arn':'a','GroupList':[{}]}]}            | /UserDetailList/0/GroupList/0
          {'UserDetailList':[{'UserName':'u','Arn':'a','PermissionsBoundary':'b'}]}   | /UserDetailList/0/PermissionsBoundary
          {'UserDetailList':[{'UserName':'u','Arn':'a','UserPolicyList':[{}]}]}       | /UserDetailList/0/UserPolicyList/0 /UserDetailList/0/UserPolicyList/0
          {'RoleDetailList':[{'RoleName':'r','Arn':'a'}]}                             | /RoleDetailList/0
          {'RoleDetailList':[{'RoleName':'r','Arn':'a','AssumeRolePolicyDocument':'%7'}]} | /RoleDetailList/0/AssumeRolePolicyDocument
          {'Policies':[{'PolicyName':'p','Arn':'a'}]}                                 | /Policies/0
          {'Policies':[{'PolicyName':'p','Arn':'a','PolicyVersionList':[{'IsDefaultVersion':'x','Document':{}}]}]} | /Policies/0 /Policies/0/PolicyVersionList/0/IsDefaultVersion
          {'UserDetailList':[],'IsTruncated':false}                                   | -
          {'UserDetailList':[],'IsTruncated':true,'Marker':'m'}                       | /IsTruncated
          {'UserDetailList':[],'NextToken':'n'}                                       | /NextToken
          {'UserDetailList':[]} {'UserDetailList':[]}                                 | document
          {'UserDetailList':[                                                         | document
          """)
  void a_bad_part_costs_only_itself(String text, String places) {
    assertThat(read(text).problems())
        .extracting(problem -> problem.span().pointer().describe())
        .as("%s", read(text).problems())
        .containsExactlyElementsOf(
            places == null ? ImmutableList.of() : ImmutableList.copyOf(places.split(" ", -1)));
  }

  @Test
  void a_repeated_name_is_a_problem_of_the_policy_that_it_stands_in() {
    AccountDetails account =
        read(
            "{'RoleDetailList':[{'RoleName':'r','RoleName':'s','Arn':'a',"
                + "'AssumeRolePolicyDocument':{'Statement':[],'Statement':[]}}]}");
    assertThat(account.problems())
        .extracting(Problem::span)
        .extracting(span -> span.pointer().toString())
        .containsExactly("/RoleDetailList/0/RoleName");
    assertThat(policies(account))
        .singleElement()
        .satisfies(
            trust ->
                assertThat(trust.reading().problems())
                    .extracting(problem -> problem.span().pointer().toString())
                    .contains("/RoleDetailList/0/AssumeRolePolicyDocument/Statement"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                                     | BEGINS | HOLDS
          {'UserDetailList':[]}                    | true   | true
          {  'RoleDetailList':[]}                  | true   | true
          {'IsTruncated':false,'Policies':[]}      | true   | true
          {'Account':'1','Policies':[]}            | false  | true
          {'Statement':[],'Policies':[]}           | false  | false
          {'Version':'2012-10-17','Statement':[]}  | false  | false
          {'UserDetailList                         | false  | false
          ['UserDetailList']                       | false  | false
          {}                                       | false  | false
          ''                                       | false  | false
          """)
  void an_account_is_recognized(String text, boolean begins, boolean holds) throws IOException {
    SourceText source = SourceText.of("account.json", text.replace('\'', '"'));
    ByteArrayInputStream in =
        new ByteArrayInputStream(source.text().getBytes(StandardCharsets.UTF_8));

    assertThat(AccountDetails.isIn(source)).isEqualTo(begins);
    assertThat(AccountDetails.limitsFor(in))
        .isEqualTo(begins ? AccountDetails.LIMITS : ReadLimits.POLICY);
    assertThat(in.readAllBytes()).hasSize(source.text().length());
    assertThat(
            JsonReader.within(ReadLimits.POLICY).read(source).value().stream()
                .anyMatch(AccountDetails::isIn))
        .isEqualTo(holds);
  }
}
