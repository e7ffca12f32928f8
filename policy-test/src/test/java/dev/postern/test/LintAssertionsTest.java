package dev.postern.test;

import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.lint.Linter;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import org.junit.jupiter.api.Test;

final class LintAssertionsTest {
  private static final PolicyDocument CLEAN =
      Fixtures.document("policies/alice.json", PolicyType.IDENTITY);
  private static final PolicyDocument WIDE =
      Fixtures.document("policies/wide.json", PolicyType.IDENTITY);

  @Test
  void a_clean_policy_has_no_findings() {
    assertThat(CLEAN).hasNoFindings();
  }

  @Test
  void findings_are_shown() {
    assertThatThrownBy(() -> assertThat(WIDE).hasNoFindings())
        .hasMessageContaining("expected no findings")
        .hasMessageContaining("--> policies/wide.json:");
  }

  @Test
  void milder_findings_are_let_pass() {
    assertThat(WIDE).hasNoFindingsAtLeast(Severity.ERROR);
    assertThatThrownBy(() -> assertThat(WIDE).hasNoFindingsAtLeast(Severity.SECURITY_WARNING))
        .hasMessageContaining("expected no findings of severity security-warning or worse");
  }

  @Test
  void a_finding_of_a_rule() {
    assertThat(WIDE).hasFinding("passrole-star-resource").hasNoFinding("action-unknown");
    assertThatThrownBy(() -> assertThat(WIDE).hasNoFinding("passrole-star-resource"))
        .hasMessageContaining("expected no finding of `passrole-star-resource`");
    assertThatThrownBy(() -> assertThat(CLEAN).hasFinding("passrole-star-resource"))
        .hasMessageContaining("expected a finding of `passrole-star-resource`; there is none")
        .hasMessageContaining("no findings in 1 policy");
  }

  @Test
  void a_rule_that_does_not_exist_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(CLEAN).hasNoFinding("passrole-stars-resource"))
        .withMessageContaining("passrole-star-resource");
  }

  @Test
  void another_linter_finds_otherwise() {
    assertThat(WIDE).lintedBy(Linter.standard().rules("action-unknown")).hasNoFindings();
  }
}
