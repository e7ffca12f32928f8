package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;

import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Layer;
import dev.postern.model.PolicyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One policy alone, where its type belongs. */
final class PolicyAssertTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TYPE         | BY
          identity     | IDENTITY
          boundary     | PERMISSIONS_BOUNDARY
          scp          | SERVICE_CONTROL
          resource     | RESOURCE
          rcp          | RESOURCE_CONTROL
          vpc-endpoint | VPC_ENDPOINT
          """)
  void what_it_denies_can_be_asked(String type, Layer by) {
    assertThat(deny(PolicyType.named(type).orElseThrow(), "s3:*"))
        .denies("s3:GetObject")
        .on(OWN)
        .by(ALICE)
        .explicitly()
        .because(by, "No");
  }

  private static CompiledPolicy deny(PolicyType type, String action) {
    boolean limits =
        switch (type.kind()) {
          case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> true;
          default -> false;
        };
    return Fixtures.policy(
        type,
        "{\"Sid\": \"No\", \"Effect\": \"Deny\", "
            + (limits ? "" : "\"Principal\": \"*\", ")
            + "\"Action\": \""
            + action
            + "\", \"Resource\": \"*\"}");
  }

  @Test
  void a_session_has_its_own() {
    assertThat(deny(PolicyType.SESSION, "s3:*"))
        .denies("s3:GetObject")
        .on(OWN)
        .by("arn:aws:sts::111122223333:assumed-role/deploy/build")
        .explicitly()
        .because(Layer.SESSION);
  }

  @Test
  void a_key_policy_is_asked_about_its_key() {
    assertThat(deny(PolicyType.KMS_KEY, "kms:*"))
        .denies("kms:Decrypt")
        .on("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")
        .by(ALICE)
        .explicitly();
  }

  @Test
  void what_it_allows_can_be_asked() {
    assertThat(Fixtures.policy("policies/alice.json", PolicyType.IDENTITY))
        .allows("s3:GetObject")
        .on(OWN)
        .by(ALICE)
        .because(Layer.IDENTITY, "OwnFolder");
  }

  @Test
  void one_that_limits_allows_nothing() {
    assertThat(Fixtures.policy("policies/boundary.json", PolicyType.PERMISSIONS_BOUNDARY))
        .denies("s3:GetObject")
        .on(OWN)
        .by(ALICE)
        .implicitly();
  }

  @Test
  void it_grants_what_its_statements_speak_of() {
    assertThat(Fixtures.document("policies/alice.json", PolicyType.IDENTITY))
        .grantsNoMoreThan("s3:Get*", "s3:PutObject");
  }
}
