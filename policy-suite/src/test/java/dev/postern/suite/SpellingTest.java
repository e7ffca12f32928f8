package dev.postern.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.suite.spelling.Misspelling;
import dev.postern.suite.spelling.Spelling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpellingTest {
  private final Spelling spelling = Spelling.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3:GetObjekt     | did you mean `s3:GetObject`?
          S3:getobjekt     | did you mean `s3:GetObject`?
          iam:Nonsense     | ''
          """)
  void an_action_that_its_service_does_not_have_is_misspelt(String action, String help) {
    assertThat(spelling.ofAction(ActionName.of(action)).map(Misspelling::help)).contains(help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:GetObject", "S3:GETOBJECT", "orders:Cancel", "kms:Decrypt"})
  void others_are_not(String action) {
    assertThat(spelling.ofAction(ActionName.of(action))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3:GetObject           | true
          s3:ListAllMyBuckets    | false
          sts:GetCallerIdentity  | false
          orders:Cancel          | false
          """)
  void an_action_on_resources_is_not_asked_for_alone(String action, boolean needsOne) {
    assertThat(spelling.ofActionAlone(ActionName.of(action)).isPresent()).isEqualTo(needsOne);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aws:SecureTransprot    | did you mean `aws:SecureTransport`?
          s3:prefx               | did you mean `s3:prefix`?
          aws:nonsense           | ''
          """)
  void a_key_that_nobody_has_is_misspelt(String key, String help) {
    assertThat(spelling.ofKey(new ConditionKey(key)).map(Misspelling::help)).contains(help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:SecureTransport",
        "AWS:securetransport",
        "aws:PrincipalTag/team",
        "aws:RequestTag/a b",
        "s3:prefix",
        "s3:ExistingObjectTag/class",
        "s3:x-amz-server-side-encryption",
        "kms:EncryptionContext:app",
        "dynamodb:LeadingKeys",
        "sts:ExternalId",
        "iam:PassedToService",
        "token.actions.githubusercontent.com:sub",
        "saml:aud",
        "cognito-identity.amazonaws.com:amr",
        "orders:Region"
      })
  void other_keys_are_not(String key) {
    assertThat(spelling.ofKey(new ConditionKey(key))).isEmpty();
  }
}
