package dev.postern.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test of a condition and what the catalog knows of its key. */
final class KeyUseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          KEY                                    | DEFINITION
          s3:prefix                              | s3:prefix
          S3:PREFIX                              | s3:prefix
          aws:resourcetag/team                   | aws:ResourceTag/${TagKey}
          ssm:ResourceTag/team                   | ssm:resourceTag/${TagKey}
          kms:EncryptionContext:tenant           | kms:EncryptionContext:${EncryptionContextKey}
          SAML:aud                               | saml:aud
          login.example.com/a/b:sub              | ${Host}.${Domain}:sub
          aws:ResourceTag                        |
          s3:nothing                             |
          nothing:prefix                         |
          """)
  void the_definition_of_a_key(String key, String expected) {
    assertThat(
            KeyUse.definition(new ConditionKey(key), Catalog.bundled())
                .map(ConditionKeyDefinition::name)
                .orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          OPERATOR                    | VALUE | HOLDS
          StringEquals                | a     | false
          StringEqualsIfExists        | a     | true
          StringNotEquals             | a     | true
          ForAllValues:StringEquals   | a     | true
          ForAnyValue:StringEquals    | a     | false
          ForAnyValue:StringNotEquals | a     | false
          Null                        | true  | true
          Null                        | false | false
          """)
  void whether_a_request_without_the_key_passes(String operator, String value, boolean holds) {
    assertThat(use(operator, "aws:PrincipalOrgID", value).holdsOnAbsentKey()).isEqualTo(holds);
  }

  @Test
  void an_operator_keeps_its_prefix_and_suffix_with_another_base() {
    assertThat(
            use("ForAnyValue:StringLikeIfExists", "aws:PrincipalArn", "a")
                .operatorWith(BaseOperator.ARN_LIKE))
        .isEqualTo("ForAnyValue:ArnLikeIfExists");
  }

  @Test
  void tags_and_encryption_contexts_are_free_text() {
    assertThat(use("StringEquals", "aws:PrincipalTag/team", "a").isFreeText()).isTrue();
    assertThat(use("StringEquals", "kms:EncryptionContext:team", "a").isFreeText()).isTrue();
    assertThat(use("StringEquals", "s3:prefix", "a").isFreeText()).isFalse();
  }

  @Test
  void a_key_is_a_subject_in_lower_case_with_hyphens() {
    assertThat(use("StringEquals", "aws:PrincipalTag/Team", "a").subject())
        .isEqualTo("aws-principaltag-team");
  }

  private static KeyUse use(String operator, String key, String value) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*",
         "Condition": {"%s": {"%s": "%s"}}}]}
        """
            .formatted(operator, key, value);
    LintedPolicy policy =
        LintedPolicy.of(
            PolicyReader.strict().examine(SourceText.of("policy.json", text), PolicyType.IDENTITY),
            Background.standard());
    return KeyUse.allOf(policy.document().statementList().get(0).value(), policy).get(0);
  }
}
