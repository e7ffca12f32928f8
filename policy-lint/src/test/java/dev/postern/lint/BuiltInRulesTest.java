package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.model.source.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry against the pages, the reader and the contract. */
final class BuiltInRulesTest {
  private static final Path PAGES = Path.of("src/main/resources/dev/postern/lint/rule");

  private static List<String> ids() {
    return BuiltInRules.ALL.stream().map(Rule::info).map(RuleInfo::id).toList();
  }

  @Test
  void no_two_rules_have_one_id() {
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void every_page_has_its_rule() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      Set<String> pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.substring(0, name.length() - ".md".length()))
              .collect(Collectors.toSet());
      assertThat(ids()).containsExactlyInAnyOrderElementsOf(pages);
    }
  }

  @Test
  void every_problem_of_a_policy_has_its_rule() {
    assertThat(Arrays.stream(ProblemCode.values()).filter(code -> !isOfOtherTexts(code)))
        .allSatisfy(code -> assertThat(ids()).contains(code.id()));
  }

  private static boolean isOfOtherTexts(ProblemCode code) {
    return code.id().startsWith("scenario-")
        || code.id().startsWith("policytest-")
        || code.id().startsWith("configuration-")
        || code.id().startsWith("yaml-");
  }

  @Test
  void every_title_is_a_line_in_the_style_of_the_house() {
    assertThat(BuiltInRules.ALL)
        .extracting(rule -> rule.info().title())
        .allMatch(title -> !title.endsWith(".") && title.length() <= 80 && !title.contains("\n"));
  }

  @Test
  void a_rule_that_stands_instead_of_others_names_rules_that_exist() {
    assertThat(BuiltInRules.ALL)
        .allSatisfy(rule -> assertThat(ids()).containsAll(rule.info().insteadOf()));
  }

  /** The rows of the reader's problems that other chapters of the contract hold. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                           | SEVERITY         | ISSUE CODE
          principal-format             | error            | INVALID_PRINCIPAL_FORMAT
          principal-key-unknown        | error            | INVALID_PRINCIPAL_KEY
          principal-value-invalid      | error            | INVALID_PRINCIPAL_FORMAT
          principal-partial-wildcard   | error            | UNSUPPORTED_WILDCARD_IN_PRINCIPAL
          principal-group              | error            |
          notprincipal-allow           | security-warning | ALLOW_WITH_NOT_PRINCIPAL
          action-format                | error            | INVALID_ACTION
          arn-prefix                   | error            | INVALID_ARN_PREFIX
          arn-fields                   | error            | MISSING_ARN_FIELD
          arn-variable-position        | error            |
          variable-brace               | error            | MISSING_BRACE_IN_VARIABLE
          variable-quote               | error            | MISSING_QUOTE_IN_VARIABLE
          variable-space               | error            | UNSUPPORTED_SPACE_IN_VARIABLE
          variable-empty               | error            | EMPTY_VARIABLE
          variable-element             | error            | VARIABLE_UNSUPPORTED_IN_ELEMENT
          variable-operator            | error            | INVALID_VARIABLE_FOR_OPERATOR
          condition-operator-unknown   | error            | INVALID_CONDITION_OPERATOR
          condition-key-format         | error            | INVALID_CONDITION_KEY_FORMAT
          condition-key-duplicate-case | error            | DUPLICATE_KEYS_WITH_DIFFERENT_CASE
          condition-type-bool          | warning          | TYPE_MISMATCH_BOOLEAN
          condition-type-date          | warning          | TYPE_MISMATCH_DATE
          condition-type-ip            | error            | TYPE_MISMATCH_IP_RANGE
          condition-type-number        | warning          | TYPE_MISMATCH_NUMBER
          condition-type-binary        | warning          | TYPE_MISMATCH_STRING
          condition-arn-value          | error            |
          condition-null-ifexists      | error            | NULL_WITH_IF_EXISTS
          condition-null-qualifier     | suggestion       | NULL_WITH_QUALIFIER
          condition-empty-values       | suggestion       | EMPTY_ARRAY_CONDITION
          trust-notprincipal           | error            | ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL
          trust-resource               | error            | ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE
          scp-principal                | error            | SCP_SYNTAX_ERROR_PRINCIPAL
          rcp-principal                | error            | RCP_SYNTAX_ERROR_PRINCIPAL
          rcp-allow                    | error            | RCP_SYNTAX_ERROR_ALLOW
          rcp-notaction                | error            | RCP_SYNTAX_ERROR_NOTACTION
          rcp-action-service           | error            | RCP_SYNTAX_ERROR_ACTION
          """)
  void the_contract_of_a_rule_of_the_default_profile(String id, String severity, String issueCode) {
    the_contract_of_a_rule(id, severity, "default", issueCode);
  }

  /** Ids, severities and codes are a contract with users; this is its text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                       | SEVERITY         | PROFILE | ISSUE CODE
          json-syntax              | error            | default | JSON_SYNTAX_ERROR
          json-duplicate-key       | error            | default |
          json-trailing-data       | error            | default | JSON_SYNTAX_ERROR
          doc-not-object           | error            | default | DATA_TYPE_MISMATCH
          doc-bad-character        | error            | default |
          doc-template-left        | error            | default |
          doc-placeholder-account  | suggestion       | strict  |
          doc-type-hint            | warning          | default |
          element-unknown          | error            | default | INVALID_POLICY_ELEMENT
          element-wrong-case       | error            | default | INVALID_POLICY_ELEMENT
          element-type             | error            | default | DATA_TYPE_MISMATCH
          element-conflict         | error            | default | UNSUPPORTED_ELEMENT_COMBINATION
          statement-missing        | error            | default | MISSING_STATEMENT
          statement-empty          | warning          | default |
          effect-missing           | error            | default | MISSING_EFFECT
          effect-invalid           | error            | default | INVALID_EFFECT
          action-missing           | error            | default | MISSING_ACTION
          resource-missing         | error            | default | MISSING_RESOURCE
          principal-missing        | error            | default | MISSING_PRINCIPAL
          principal-not-allowed    | error            | default | UNSUPPORTED_PRINCIPAL
          empty-action             | suggestion       | default | EMPTY_ARRAY_ACTION
          empty-resource           | suggestion       | default | EMPTY_ARRAY_RESOURCE
          empty-principal-array    | suggestion       | default | EMPTY_ARRAY_PRINCIPAL
          empty-principal-object   | suggestion       | default | EMPTY_OBJECT_PRINCIPAL
          empty-condition          | suggestion       | default | EMPTY_OBJECT_CONDITION
          empty-condition-operator | suggestion       | default |
          empty-not-list           | security-warning | default |
          string-stray-space       | error            | default | INVALID_ACTION
          version-missing          | warning          | default | MISSING_VERSION
          version-invalid          | error            | default | INVALID_VERSION
          version-old              | warning          | default |
          version-old-variable     | error            | default | VARIABLE_UNSUPPORTED_IN_VERSION
          sid-duplicate            | error            | default | UNIQUE_SIDS_REQUIRED
          sid-duplicate-advice     | warning          | default | UNIQUE_SIDS_RECOMMENDED
          sid-characters           | error            | default | UNSUPPORTED_SID
          sid-empty                | suggestion       | default | EMPTY_SID_VALUE
          sid-missing              | suggestion       | strict  |
          sid-misleading           | warning          | default |
          redundant-statement      | suggestion       | default | REDUNDANT_STATEMENT
          redundant-covered        | suggestion       | default |
          size-inline              | warning          | default | POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA
          size-managed             | warning          | default | POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA
          size-trust               | warning          | default | POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA
          size-resource            | warning          | default | POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA
          size-scp                 | error            | default | POLICY_SIZE_EXCEEDS_SCP_QUOTA
          size-rcp                 | error            | default | POLICY_SIZE_EXCEEDS_RCP_QUOTA
          size-session             | error            | default |
          size-vpce                | warning          | default |
          size-element-count       | warning          | default |
          size-near-limit          | suggestion       | strict  |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }
}
