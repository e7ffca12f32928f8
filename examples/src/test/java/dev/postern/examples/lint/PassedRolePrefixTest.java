package dev.postern.examples.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedRolePrefixTest {
  private static LintResult lint(Linter linter, String effect, String action, String resource) {
    return linter.lint(
        SourceText.of(
            "<policy>",
            """
            {
              "Version": "2012-10-17",
              "Statement": {"Effect": "%s", "Action": "%s", "Resource": "%s"}
            }
            """
                .formatted(effect, action, resource)),
        PolicyType.IDENTITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          EFFECT | ACTION       | RESOURCE                                   | FOUND
          Allow  | iam:PassRole | arn:aws:iam::111122223333:role/app-shop    | false
          Allow  | iam:PassRole | arn:aws:iam::111122223333:role/app-*       | false
          Allow  | iam:PassRole | arn:aws:iam::111122223333:role/admin       | true
          Allow  | iam:PassRole | arn:aws:iam::111122223333:role/*           | true
          Allow  | iam:*        | *                                          | true
          Allow  | iam:GetRole  | arn:aws:iam::111122223333:role/admin       | false
          Deny   | iam:PassRole | arn:aws:iam::111122223333:role/admin       | false
          """)
  void finds_roles_without_the_prefix(
      String effect, String action, String resource, boolean found) {
    Linter alone = Linter.standard().with(new PassedRolePrefix()).rules("acme-passed-role-prefix");

    assertThat(lint(alone, effect, action, resource).findings()).hasSize(found ? 1 : 0);
  }

  @Test
  void runs_beside_the_others() {
    // README: run-own-rule
    Linter linter = Linter.standard().with(new PassedRolePrefix());
    // README: end

    assertThat(lint(linter, "Allow", "iam:PassRole", "*").findings())
        .extracting(Finding::id)
        .contains("acme-passed-role-prefix")
        .hasSizeGreaterThan(1);
  }
}
