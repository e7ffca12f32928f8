package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PrincipalValue.Fault;
import dev.postern.model.PrincipalValue.Unrecognized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          KIND           | TEXT                                                       | VALUE
          AWS            | *                                                          | Everyone
          AWS            | 111122223333                                               | Account
          AWS            | arn:aws:iam::111122223333:root                             | Account
          AWS            | arn:aws-cn:iam::111122223333:root                          | Account
          AWS            | arn:aws:iam::111122223333:user/alice                       | User
          AWS            | arn:aws:iam::111122223333:user/team/a/alice                | User
          AWS            | arn:aws:iam::111122223333:role/dev                         | Role
          AWS            | arn:aws:iam::111122223333:role/aws-service-role/x/y        | Role
          AWS            | arn:aws:sts::111122223333:assumed-role/dev/s1              | RoleSession
          AWS            | arn:aws:sts::111122223333:federated-user/bob               | FederatedUser
          AWS            | AIDAJQABLZS4A3QDU576Q                                      | UniqueId
          AWS            | AROAJQABLZS4A3QDU576Q                                      | UniqueId
          SERVICE        | lambda.amazonaws.com                                       | Service
          SERVICE        | logs.eu-central-1.amazonaws.com                            | Service
          FEDERATED      | accounts.google.com                                        | Federated
          FEDERATED      | arn:aws:iam::111122223333:saml-provider/idp                | Federated
          AWS            | 11112222333                                                | UNKNOWN
          AWS            | 1111222233334                                              | UNKNOWN
          AWS            | ''                                                         | UNKNOWN
          AWS            | alice                                                      | UNKNOWN
          AWS            | arn:aws:iam::1111:root                                     | UNKNOWN
          AWS            | arn:aws:iam:us-east-1:111122223333:root                    | UNKNOWN
          AWS            | arn:aws:iam::111122223333:Root                             | UNKNOWN
          AWS            | arn:aws:iam::111122223333:user/                            | UNKNOWN
          AWS            | arn:aws:iam::111122223333:user                             | UNKNOWN
          AWS            | arn:aws:iam::111122223333:policy/p                         | UNKNOWN
          AWS            | arn:aws:iam::111122223333:group/admins                     | GROUP
          AWS            | arn:aws:sts::111122223333:assumed-role/dev                 | UNKNOWN
          AWS            | arn:aws:sts::111122223333:assumed-role//s1                 | UNKNOWN
          AWS            | arn:aws:sts::111122223333:assumed-role/team/dev/s1         | UNKNOWN
          AWS            | arn:aws:sts::111122223333:federated-user/a/b               | UNKNOWN
          AWS            | arn:aws:iam::111122223333:user/al*                         | PARTIAL_WILDCARD
          AWS            | **                                                         | PARTIAL_WILDCARD
          AWS            | arn:aws:iam::111122223333:user/al?ce                       | PARTIAL_WILDCARD
          AWS            | lambda.amazonaws.com                                       | UNKNOWN
          AWS            | aidajqablzs4a3qdu576q                                      | UNKNOWN
          AWS            | AIDA                                                       | UNKNOWN
          SERVICE        | *                                                          | PARTIAL_WILDCARD
          SERVICE        | Lambda.amazonaws.com                                       | UNKNOWN
          SERVICE        | lambda                                                     | UNKNOWN
          SERVICE        | .amazonaws.com                                             | UNKNOWN
          FEDERATED      | ''                                                         | UNKNOWN
          FEDERATED      | *                                                          | PARTIAL_WILDCARD
          CANONICAL_USER | abc                                                        | UNKNOWN
          """)
  void reading(PrincipalKind kind, String text, String expected) {
    PrincipalValue value = PrincipalValue.of(kind, text);
    assertThat(
            value instanceof Unrecognized unrecognized
                ? unrecognized.fault().name()
                : value.getClass().getSimpleName())
        .isEqualTo(expected);
    assertThat(value.text()).isEqualTo(text);
  }

  @Test
  void an_account_by_number_has_no_partition() {
    assertThat(PrincipalValue.of(PrincipalKind.AWS, "111122223333"))
        .isEqualTo(new PrincipalValue.Account("111122223333", "111122223333", ""));
  }

  @Test
  void a_root_arn_is_the_whole_account() {
    String root = "arn:aws-cn:iam::111122223333:root";
    assertThat(PrincipalValue.of(PrincipalKind.AWS, root))
        .isEqualTo(new PrincipalValue.Account(root, "111122223333", "aws-cn"));
  }

  @Test
  void a_canonical_id_has_64_hexadecimal_digits() {
    String id = "0123456789abcdefABCDEF0123456789".repeat(2);
    assertThat(PrincipalValue.of(PrincipalKind.CANONICAL_USER, id))
        .isEqualTo(new PrincipalValue.CanonicalUser(id));
    assertThat(PrincipalValue.of(PrincipalKind.CANONICAL_USER, id.replace('a', 'g')))
        .isEqualTo(new Unrecognized(id.replace('a', 'g'), Fault.UNKNOWN));
  }

  @Test
  void kinds_are_spelled_with_their_letter_case() {
    assertThat(PrincipalKind.named("AWS")).contains(PrincipalKind.AWS);
    assertThat(PrincipalKind.named("aws")).isEmpty();
    assertThat(PrincipalKind.NAMES).containsExactly("AWS", "Service", "Federated", "CanonicalUser");
  }
}
