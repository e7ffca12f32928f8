package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy variables: contract and traps; the pages have the plain cases. */
final class VariableRulesTest {
  private static final Set<String> OURS =
      Set.of(
          "variable-too-broad",
          "variable-unknown",
          "variable-multivalued",
          "variable-username-for-roles",
          "variable-literal-dollar",
          "variable-caller-chosen");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                          | SEVERITY         | ISSUE CODE
          variable-too-broad          | error            | VARIABLE_USAGE_TOO_PERMISSIVE
          variable-unknown            | warning          |
          variable-multivalued        | warning          |
          variable-username-for-roles | warning          |
          variable-literal-dollar     | suggestion       |
          variable-caller-chosen      | security-warning |
          """)
  void the_contract_of_a_rule(String id, String severity, String issueCode) {
    RuleContract.assertHolds(id, severity, "default", issueCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          KEY                   | VALUE                                 | RULE
          aws:ResourceOrgID     | ${aws:PrincipalOrgID}                 |
          aws:SourceVpc         | ${aws:Ec2InstanceSourceVpc}           |
          aws:ResourceOrgID     | o-${aws:PrincipalOrgID}               | variable-too-broad
          aws:PrincipalArn      | arn:${aws:PrincipalTag/arn}           | variable-too-broad
          aws:userid            | ${aws:PrincipalTag/id}:alice          |
          aws:userid            | AROAEXAMPLE:${aws:SourceIdentity}     |
          aws:userid            | AIDA${aws:PrincipalTag/id}            | variable-too-broad
          aws:ResourceTag/owner | ${saml:sub}                           |
          aws:ResourceTag/owner | ${username}                           |
          aws:ResourceTag/owner | ${ec2:Username}                       | variable-unknown
          aws:ResourceTag/owner | ${aws:nobody, 'x'}                    | variable-unknown
          aws:ResourceTag/owner | ${*}${?}${$}                          |
          aws:ResourceTag/owner | ${aws:TagKeys}                        | variable-multivalued
          aws:ResourceTag/owner | $(whoami)                             | variable-literal-dollar
          aws:ResourceTag/owner | US$ 5                                 |
          aws:ResourceTag/owner | ${sts:RoleSessionName}                | variable-caller-chosen
          aws:PrincipalTag/x    | ${aws:RequestTag/x}                   |
          """)
  void a_value(String key, String value, String expectedRule) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:*", "Resource": "*",
         "Condition": {"StringEquals": {"%s": "%s"}}}]}
        """
            .formatted(key, value);
    assertThat(rules(policy, PolicyType.IDENTITY))
        .containsExactlyElementsOf(expectedRule == null ? List.of() : List.of(expectedRule));
  }

  @Test
  void an_unknown_variable_in_a_deny_guards_nothing() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:nobody}"}]}
        """;
    assertThat(lint(policy, PolicyType.IDENTITY).findings())
        .filteredOn(finding -> finding.rule().id().equals("variable-unknown"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.SECURITY_WARNING));
  }

  @Test
  void an_unknown_variable_under_not_resource_widens_the_deny() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::a/${aws:nobody}"}]}
        """;
    assertThat(lint(policy, PolicyType.IDENTITY).findings())
        .filteredOn(finding -> finding.rule().id().equals("variable-unknown"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void a_document_of_the_old_version_has_no_variables() {
    String policy =
        """
        {"Version": "2008-10-17", "Statement": [
          {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:nobody}"}]}
        """;
    assertThat(rules(policy, PolicyType.IDENTITY)).isEmpty();
  }

  private static List<String> rules(String policy, PolicyType type) {
    return lint(policy, type).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(OURS::contains)
        .toList();
  }

  private static LintResult lint(String policy, PolicyType type) {
    return Linter.strict().lint(SourceText.of("policy.json", policy), type);
  }
}
