package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.InlineUse;
import dev.postern.lint.rule.InlineUse.Holder;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The size rules at their very limits. */
final class SizeTest {
  private static final String HEAD = "{\"Version\":\"2012-10-17\",\"Statement\":[{";
  private static final String TAIL = "}]}";

  /** A policy of exactly so many characters, none of them white space. */
  static String policy(PolicyType type, int length) {
    String statement =
        switch (type.kind()) {
          case TRUST ->
              "\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},"
                  + "\"Action\":\"sts:AssumeRole\",\"Sid\":\"%s\"";
          case RESOURCE, KMS_KEY, VPC_ENDPOINT, RESOURCE_CONTROL ->
              "\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\","
                  + "\"Resource\":\"*\",\"Sid\":\"%s\"";
          default -> "\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Sid\":\"%s\"";
        };
    int filler = length - (HEAD + statement + TAIL).length() + 2;
    return HEAD + String.format(statement, "x".repeat(filler)) + TAIL;
  }

  private static PolicyType type(String name) {
    return PolicyType.named(name).orElseGet(() -> PolicyType.resource(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TYPE                | LENGTH | RULE          | SEVERITY   | ISSUE CODE
          identity            |   6144 |               |            |
          identity            |   6145 | size-managed  | suggestion |
          identity            |  10241 | size-managed  | warning    | POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA
          boundary            |   6145 | size-managed  | warning    |
          trust               |   2048 |               |            |
          trust               |   2049 | size-trust    | warning    | POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA
          session             |   2049 | size-session  | error      |
          scp                 |  10240 |               |            |
          scp                 |  10241 | size-scp      | error      | POLICY_SIZE_EXCEEDS_SCP_QUOTA
          rcp                 |   5121 | size-rcp      | error      | POLICY_SIZE_EXCEEDS_RCP_QUOTA
          vpc-endpoint        |  20481 | size-vpce     | warning    |
          resource            |  50000 |               |            |
          AWS::S3::Bucket     |  20480 |               |            |
          AWS::S3::Bucket     |  20481 | size-resource | warning    | POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA
          kms-key             |  32769 | size-resource | warning    | POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA
          """)
  void the_sizes_that_are_reported(
      String type, int length, String rule, String severity, String issueCode) {
    String text = policy(type(type), length);
    assertThat(text).hasSize(length);

    LintResult result =
        Linter.standard().rules("size-*").lint(SourceText.of("p.json", text), type(type));

    if (rule == null) {
      assertThat(result.findings()).isEmpty();
    } else {
      assertThat(result.findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.rule().id()).isEqualTo(rule);
                assertThat(finding.severity()).isEqualTo(Severity.named(severity).orElseThrow());
                assertThat(finding.issueCode().orElse(null)).isEqualTo(issueCode);
              });
    }
  }

  @Test
  void white_space_does_not_count_in_a_managed_policy() {
    String text = policy(PolicyType.IDENTITY, 6_144).replace(",", ",\n  ");
    assertThat(
            Linter.standard().lint(SourceText.of("p.json", text), PolicyType.IDENTITY).findings())
        .isEmpty();
  }

  @Test
  void white_space_counts_in_a_service_control_policy() {
    String text = policy(PolicyType.SERVICE_CONTROL, 10_240).replace(",", ",\n  ");
    assertThat(
            Linter.standard()
                .lint(SourceText.of("p.json", text), PolicyType.SERVICE_CONTROL)
                .findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("size-scp");
  }

  /** What its holder has beside it counts, and `size-managed` is silent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          HOLDER | OTHERS | LENGTH | RULE
          USER   |      0 |   2048 |
          USER   |      0 |   2049 | size-inline
          GROUP  |   1120 |   4000 |
          GROUP  |   1121 |   4000 | size-inline
          ROLE   |   3000 |   7240 |
          ROLE   |   3001 |   7240 | size-inline
          """)
  void inline_policies_count_together(Holder holder, int others, int length, String rule) {
    Background background = Background.standard().inline(new InlineUse.In(holder, others));
    assertThat(
            Linter.standard()
                .judgingBy(background)
                .rules("size-*")
                .lint(
                    SourceText.of("p.json", policy(PolicyType.IDENTITY, length)),
                    PolicyType.IDENTITY)
                .findings())
        .extracting(finding -> finding.rule().id())
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void a_policy_near_its_limit_is_reported_when_asked_for() {
    String text = policy(PolicyType.IDENTITY, 5_800);
    assertThat(
            Linter.standard()
                .rules("size-near-limit")
                .lint(SourceText.of("p.json", text), PolicyType.IDENTITY)
                .findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("size-near-limit");
  }
}
