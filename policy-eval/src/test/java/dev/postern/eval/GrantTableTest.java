package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Access within one account, as AWS's table of implicit denies has it: which row lets a request
 * pass, by who asks, how the resource's policy names the requester, and whether identity policies
 * (I), the permissions boundary (B) and session policies (S) leave room.
 */
final class GrantTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          WHO                      | GRANT       | I     | B     | S     | ROW
          user/alice               | -           | true  | true  | true  | A
          user/alice               | -           | true  | false | true  | -
          user/alice               | -           | true  | true  | false | -
          user/alice               | -           | false | true  | true  | -
          user/alice               | USER        | false | true  | true  | B
          user/alice               | USER        | false | false | true  | B
          user/alice               | WILDCARD    | false | false | true  | B
          user/alice               | ACCOUNT     | false | true  | true  | -
          user/alice               | ACCOUNT     | true  | true  | true  | A
          user/alice               | ROLE        | false | true  | true  | -
          assumed-role/dev/s1      | SESSION     | false | true  | true  | C
          assumed-role/dev/s1      | SESSION     | false | false | false | C
          assumed-role/dev/s1      | ROLE        | false | true  | true  | D
          assumed-role/dev/s1      | ROLE        | false | false | true  | -
          assumed-role/dev/s1      | ROLE        | false | true  | false | -
          assumed-role/dev/s1      | WILDCARD    | false | false | false | E
          assumed-role/dev/s1      | ACCOUNT     | false | true  | true  | -
          assumed-role/dev/s1      | ACCOUNT     | true  | true  | true  | A
          role/dev                 | ROLE        | false | true  | true  | D
          role/dev                 | WILDCARD    | false | false | false | E
          federated-user/bob       | SESSION     | false | false | false | F
          federated-user/bob       | ISSUER_USER | false | true  | true  | G
          federated-user/bob       | ISSUER_USER | false | true  | false | -
          federated-user/bob       | ISSUER_USER | false | false | true  | -
          federated-user/bob       | WILDCARD    | false | true  | true  | H
          federated-user/bob       | WILDCARD    | false | true  | false | -
          federated-user/bob       | WILDCARD    | false | false | true  | -
          federated-user/bob       | ACCOUNT     | false | true  | true  | -
          federated-user/bob       | ACCOUNT     | true  | true  | true  | A
          root                     | -           | false | true  | true  | I
          root                     | -           | false | true  | false | -
          """)
  void row(String who, GrantKind grant, boolean i, boolean b, boolean s, GrantRow row) {
    String service = who.contains("assumed") || who.contains("federated") ? "sts" : "iam";
    Requester requester = Requester.of("arn:aws:" + service + "::111122223333:" + who);
    assertThat(
            GrantRow.first(
                RequesterKind.of(requester), grant == null ? 0 : grant.bit(), i, b, s, false))
        .isEqualTo(row);
  }
}
