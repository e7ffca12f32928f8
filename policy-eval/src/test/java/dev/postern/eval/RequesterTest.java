package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequesterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                                                   | KIND
          arn:aws:iam::111122223333:user/alice                   | User
          arn:aws:iam::111122223333:user/team/a/alice            | User
          arn:aws:iam::111122223333:root                         | RootUser
          arn:aws:iam::111122223333:role/dev                     | UnnamedRoleSession
          arn:aws:sts::111122223333:assumed-role/dev/s1          | RoleSession
          arn:aws:sts::111122223333:federated-user/bob           | FederatedUser
          arn:aws:iam::111122223333:oidc-provider/a.example/b    | IdentityProvider
          arn:aws:iam::111122223333:saml-provider/adfs           | IdentityProvider
          accounts.google.com                                    | IdentityProvider
          cognito-identity.amazonaws.com                         | IdentityProvider
          lambda.amazonaws.com                                   | Service
          ec2.amazonaws.com.cn                                   | Service
          *                                                      | Anonymous
          """)
  void kinds(String text, String kind) {
    assertThat(Requester.of(text).getClass().getSimpleName()).isEqualTo(kind);
    assertThat(Requester.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alice",
        "arn:aws:iam::111122223333:group/admins",
        "arn:aws:iam::1111:user/alice",
        "arn:aws:iam::111122223333:user/",
        "arn:aws:iam:us-east-1:111122223333:user/alice",
        "arn:aws:sts::111122223333:assumed-role/dev",
        "arn:aws:sts::111122223333:assumed-role/team/dev/s1",
        "arn:aws:s3:::bkt",
        "arn:aws:iam"
      })
  void nobody(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requester.of(text))
        .withMessageContaining("`" + text + "`");
  }
}
