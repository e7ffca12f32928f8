package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import com.google.common.net.PercentEscaper;
import dev.postern.lint.account.AccountDetails;
import dev.postern.lint.report.Report;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All policies of an account, each by itself and by whom they belong to. */
final class AccountLinterTest {
  private static final PercentEscaper RFC_3986 = new PercentEscaper("-._~", false);

  private static final String RUN =
      "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'ec2:RunInstances','Resource':'*'}]}";
  private static final String PASS =
      "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'iam:PassRole','Resource':'*'}]}";

  private static ImmutableList<LintResult> lint(Linter linter, String text) {
    return AccountLinter.of(linter)
        .lint(AccountDetails.read(SourceText.of("account.json", text.replace('\'', '"'))));
  }

  private static String fixture() throws IOException {
    return Resources.toString(
        Resources.getResource(AccountDetails.class, "account.json"), StandardCharsets.UTF_8);
  }

  private static Stream<String> lines(List<LintResult> results) {
    return results.stream()
        .flatMap(
            result ->
                result.findings().stream()
                    .map(
                        finding ->
                            finding.severity().word()
                                + " "
                                + finding.id()
                                + " "
                                + finding.pointer()));
  }

  @Test
  void an_account() throws IOException {
    ImmutableList<LintResult> results =
        lint(Linter.standard().rules("privesc-*", "admin-full"), fixture());

    assertThat(lines(results))
        .containsExactly(
            "security-warning privesc-self/iam-attach-user-policy"
                + " /GroupDetailList/0/GroupPolicyList/0/PolicyDocument/Statement/0/Action",
            "security-warning admin-full"
                + " /Policies/0/PolicyVersionList/0/Document/Statement/0/Action",
            "security-warning privesc-new-compute/ec2-run-instances"
                + " /Policies/2/PolicyVersionList/0/Document/Statement/0/Action");
    assertThat(results).filteredOn(result -> result.policy().isPresent()).hasSize(8);
    assertThat(results)
        .flatExtracting(LintResult::findings)
        .extracting(Finding::message)
        .allMatch(message -> !message.contains("anna"), "anna has a boundary")
        .anyMatch(message -> message.endsWith("gives any managed policy (user `ben`)"))
        .anyMatch(message -> message.endsWith("(role `deploy`)"));
    assertThat(results)
        .flatExtracting(LintResult::findings)
        .flatExtracting(Finding::related)
        .extracting(related -> related.span().pointer() + " " + related.note())
        .contains(
            "/RoleDetailList/0/RolePolicyList/0/PolicyDocument/Statement/0/Action"
                + " `ec2:RunInstances`");
  }

  @Test
  void encoded_policies_say_the_same() throws IOException {
    String plain = fixture();
    String encoded = encode(plain);

    ImmutableList<LintResult> ofPlain = lint(Linter.strict(), plain);
    ImmutableList<LintResult> ofEncoded = lint(Linter.strict(), encoded);

    assertThat(lines(ofEncoded)).containsExactlyElementsOf(lines(ofPlain).toList());
    assertThat(ofEncoded)
        .flatExtracting(LintResult::findings)
        .extracting(Finding::fingerprint)
        .containsExactlyElementsOf(
            ofPlain.stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::fingerprint)
                .toList());
    assertThat(ofEncoded)
        .flatExtracting(LintResult::findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.span().source().text()).isEqualTo(encoded);
              assertThat(finding.fix()).isEmpty();
            });
  }

  /* Documents, from the last to the first, so that places stay right. */
  private static String encode(String account) {
    JsonValue value =
        JsonReader.within(AccountDetails.LIMITS)
            .read(SourceText.of("account.json", account))
            .value()
            .orElseThrow();
    StringBuilder encoded = new StringBuilder(account);
    documents(value)
        .sorted((one, other) -> other.span().startOffset() - one.span().startOffset())
        .forEach(
            document ->
                encoded.replace(
                    document.span().startOffset(),
                    document.span().endOffset(),
                    '"' + RFC_3986.escape(document.span().text()) + '"'));
    return encoded.toString();
  }

  private static Stream<JsonValue> documents(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.elements().stream().flatMap(AccountLinterTest::documents);
    }
    return value instanceof JsonObject object
        ? object.members().stream()
            .flatMap(
                member ->
                    member.name().endsWith("Document")
                        ? Stream.of(member.value())
                        : documents(member.value()))
        : Stream.empty();
  }

  private static String role(String name, String more) {
    return "{'RoleName':'"
        + name
        + "','Arn':'arn:aws:iam::111122223333:role/"
        + name
        + "','AssumeRolePolicyDocument':{'Version':'2012-10-17','Statement':[]}"
        + more
        + "}";
  }

  private static String inline(String... documents) {
    return ",'RolePolicyList':["
        + IntStream.range(0, documents.length)
            .mapToObj(i -> "{'PolicyName':'p" + i + "','PolicyDocument':" + documents[i] + "}")
            .collect(Collectors.joining(","))
        + "]";
  }

  private static String roles(String... roles) {
    return "{'RoleDetailList':[" + String.join(",", roles) + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          BOUNDARY                                                                                            | FOUND
          'Effect':'Allow','Action':'*','Resource':'*'                                                        | privesc-new-compute/ec2-run-instances
          'Effect':'Allow','Action':['ec2:*','iam:Pass*'],'Resource':'*'                                      | privesc-new-compute/ec2-run-instances
          'Effect':'Allow','Action':'ec2:*','Resource':'*'                                                    | -
          'Effect':'Allow','NotAction':'iam:*','Resource':'*'                                                 | -
          'Effect':'Allow','Action':'*','Resource':['arn:aws:iam::1:role/app-*','arn:aws:ec2:*:*:*']          | privesc-new-compute/ec2-run-instances
          'Effect':'Allow','Action':'*','Resource':['arn:aws:iam::1:role/app','arn:aws:ec2:*:*:*']            | -
          'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}} | -
          """)
  void a_boundary_closes_what_it_does_not_allow(String statement, String found) {
    String boundary = "{'Version':'2012-10-17','Statement':[{" + statement + "}]}";
    assertThat(together(RUN, PASS, boundary))
        .flatExtracting(LintResult::findings)
        .extracting(Finding::id)
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  private static ImmutableList<LintResult> together(String one, String other, String boundary) {
    return Linter.standard()
        .rules("privesc-*")
        .lintTogether(
            List.of(
                PolicyReader.strict().examine(text("one.json", one), PolicyType.IDENTITY),
                PolicyReader.strict().examine(text("other.json", other), PolicyType.IDENTITY),
                PolicyReader.strict()
                    .examine(text("boundary.json", boundary), PolicyType.PERMISSIONS_BOUNDARY)));
  }

  private static SourceText text(String name, String json) {
    return SourceText.of(name, json.replace('\'', '"'));
  }

  @Test
  void policies_of_one_principal_stand_in_several_files() {
    ImmutableList<LintResult> results =
        together(
            RUN,
            PASS,
            "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}");

    assertThat(results).hasSize(3);
    assertThat(results.get(1).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.file()).isEqualTo("other.json");
              assertThat(finding.related())
                  .extracting(related -> related.span().source().name())
                  .containsExactly("one.json");
            });
    assertThat(Report.json().render(results))
        .contains("\"file\": \"one.json\",\n          \"pointer\"");
    assertThat(Report.sarif().render(results)).contains("\"uri\": \"one.json\"");
    assertThat(Report.text().render(results)).contains("::: one.json:1:");
    assertThat(Report.accessAnalyzer().render(results)).doesNotContain("RunInstances");
  }

  @Test
  void a_deny_in_another_policy_closes_a_path() {
    String deny =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','Action':'iam:PassRole','Resource':'*'}]}";
    ImmutableList<LintResult> results =
        lint(
            Linter.standard().rules("privesc-*"),
            roles(role("a", inline(RUN, PASS)), role("b", inline(RUN, PASS, deny))));
    assertThat(lines(results))
        .containsExactly(
            "security-warning privesc-new-compute/ec2-run-instances"
                + " /RoleDetailList/0/RolePolicyList/1/PolicyDocument/Statement/0/Action");
  }

  @Test
  void a_policy_that_many_have_is_told_once() {
    String attached = ",'AttachedManagedPolicies':[{'PolicyArn':'arn:aws:iam::1:policy/p'}]";
    String all =
        IntStream.range(0, 14)
            .mapToObj(i -> role("r" + i, attached))
            .collect(Collectors.joining(","));
    ImmutableList<LintResult> results =
        lint(
            Linter.standard().rules("privesc-*"),
            "{'RoleDetailList':["
                + all
                + "],'Policies':[{'PolicyName':'p','Arn':'arn:aws:iam::1:policy/p',"
                + "'PolicyVersionList':[{'IsDefaultVersion':true,'Document':"
                + "{'Version':'2012-10-17','Statement':[{'Effect':'Allow',"
                + "'Action':'iam:PutRolePolicy','Resource':'*'}]}}]}]}");
    assertThat(results)
        .flatExtracting(LintResult::findings)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("(role `r0`, role `r1`,")
                    .endsWith("role `r9` and 4 more)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SERVICE              | SEVERITY
          lambda.amazonaws.com | security-warning
          ec2.amazonaws.com    | warning
          glue.amazonaws.com   | warning
          """)
  void a_target_in_the_account_makes_it_worse(String service, String severity) {
    String admin =
        "{'RoleName':'admin','Arn':'arn:aws:iam::1:role/admin','AssumeRolePolicyDocument':"
            + "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Service':'"
            + service
            + "'},'Action':'sts:AssumeRole'}]}"
            + inline(
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}")
            + "}";
    String update =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow',"
            + "'Action':'lambda:UpdateFunctionCode','Resource':'*'}]}";
    ImmutableList<LintResult> results =
        lint(
            Linter.standard().rules("privesc-existing-compute", "admin-full"),
            roles(role("a", inline(update)), admin));
    assertThat(results)
        .flatExtracting(LintResult::findings)
        .filteredOn(finding -> finding.rule().id().startsWith("privesc-"))
        .extracting(Finding::severity)
        .containsExactly(Severity.named(severity).orElseThrow());
  }

  @Test
  void what_is_missing_is_told_and_the_rest_is_linted() {
    ImmutableList<LintResult> results =
        lint(
            Linter.standard(),
            "{'RoleDetailList':[7,{'RoleName':'r','Arn':'arn:r'},"
                + role("a", inline(RUN, PASS))
                + "],'IsTruncated':true}");
    assertThat(lines(results.subList(0, 1)))
        .containsExactly(
            "warning account-incomplete /RoleDetailList/0",
            "warning account-incomplete /RoleDetailList/1",
            "warning account-incomplete /IsTruncated");
    assertThat(results.get(0).subject()).isInstanceOf(Subject.Account.class);
    assertThat(lines(results)).anyMatch(line -> line.contains("privesc-new-compute"));
  }

  @Test
  void what_is_not_json_is_told() {
    assertThat(lines(lint(Linter.standard(), "{'UserDetailList':[")))
        .containsExactly("error json-syntax ");
  }

  @Test
  /* Ten thousand take five times as long: nothing is compared with everything. */
  void thousands_of_roles_take_no_more_than_a_while() {
    String attached = ",'AttachedManagedPolicies':[{'PolicyArn':'arn:aws:iam::1:policy/p'}]";
    String account =
        "{'RoleDetailList':["
            + IntStream.range(0, 2_000)
                .mapToObj(i -> role("r" + i, inline(i % 2 == 0 ? RUN : PASS) + attached))
                .collect(Collectors.joining(","))
            + "],'Policies':[{'PolicyName':'p','Arn':'arn:aws:iam::1:policy/p',"
            + "'PolicyVersionList':[{'IsDefaultVersion':true,'Document':"
            + "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}]}}]}]}";
    SourceText text = SourceText.of("account.json", account.replace('\'', '"'));
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () ->
            AccountLinter.of(Linter.standard().including("account-*"))
                .lint(AccountDetails.read(text)));
  }

  @ParameterizedTest
  @CsvSource({"[", "{\"a\":"})
  void nesting_does_not_matter(String open) {
    assertThat(lines(lint(Linter.standard(), "{'UserDetailList':" + open.repeat(500)))).hasSize(1);
  }
}
