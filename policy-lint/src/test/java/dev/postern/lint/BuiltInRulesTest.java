package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RuleInfo.Profile;
import dev.postern.lint.rule.Severity;
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
    assertThat(Arrays.stream(ProblemCode.values()).filter(code -> !isOfScenarios(code)))
        .allSatisfy(code -> assertThat(ids()).contains(code.id()));
  }

  private static boolean isOfScenarios(ProblemCode code) {
    return code.id().startsWith("scenario-");
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
          size-managed             | warning          | default | POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA
          size-trust               | warning          | default | POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA
          size-resource            | warning          | default | POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA
          size-scp                 | error            | default | POLICY_SIZE_EXCEEDS_SCP_QUOTA
          size-rcp                 | error            | default | POLICY_SIZE_EXCEEDS_RCP_QUOTA
          size-session             | error            | default |
          size-vpce                | warning          | default |
          size-near-limit          | suggestion       | strict  |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleInfo info =
        BuiltInRules.ALL.stream()
            .map(Rule::info)
            .filter(other -> other.id().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(info.severity()).isEqualTo(Severity.named(severity).orElseThrow());
    assertThat(info.profile())
        .isEqualTo(profile.equals("strict") ? Profile.STRICT : Profile.DEFAULT);
    assertThat(info.issueCode().orElse(null)).isEqualTo(issueCode);
  }
}
