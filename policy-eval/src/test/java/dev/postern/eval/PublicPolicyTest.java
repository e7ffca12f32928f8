package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.postern.model.Effect;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What S3 takes for a public policy: yes, no, or yes by the open points that are named. */
final class PublicPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PRINCIPAL                                                                          | PUBLIC
          "*"                                                                                | yes
          {"AWS": "*"}                                                                       | yes
          {"AWS": ["111122223333", "*"]}                                                     | yes
          {"AWS": "111122223333"}                                                            | no
          {"AWS": "arn:aws:iam::111122223333:root"}                                          | no
          {"AWS": "arn:aws:iam::111122223333:user/team/alice"}                               | no
          {"AWS": "arn:aws:iam::111122223333:role/dev"}                                      | no
          {"AWS": "arn:aws:sts::111122223333:assumed-role/dev/s1"}                           | no
          {"AWS": "arn:aws:sts::111122223333:federated-user/bob"}                            | no
          {"AWS": "AIDACKCEVSQ6C2EXAMPLE"}                                                   | no
          {"AWS": "AROACKCEVSQ6C2EXAMPLE"}                                                   | no
          {"AWS": ["111122223333", "arn:aws:iam::444455556666:role/dev"]}                    | no
          {"Service": "cloudtrail.amazonaws.com"}                                            | no
          {"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"} | no
          {"AWS": []}                                                                        | no
          {"AWS": "arn:aws:iam::111122223333:user/al*"}                                      | yes
          {"AWS": "arn:aws:iam::111122223333:role/de?"}                                      | yes
          {"AWS": "arn:aws:iam::111122223333:user/${aws:username}"}                          | yes
          {"AWS": "arn:aws:iam::111122223333:group/admins"}                                  | yes
          {"Service": "*"}                                                                   | yes
          {"AWS": "111122223333", "Federated": "accounts.google.com"}                        | yes
          """)
  void S3_11_principals(String principal, String expected) {
    assertThat(ofBucket(statement(principal, "{}"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PRINCIPAL                                                                      | PUBLIC
          {"Federated": "graph.facebook.com"}                                            | yes
          {"Federated": "cognito-identity.amazonaws.com"}                                | yes
          {"Federated": "arn:aws:iam::111122223333:saml-provider/Okta"}                  | yes U31
          {"Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id"}        | yes U31
          {"AWS": "111122223333", "Federated": "arn:aws:iam::111122223333:saml-provider/Okta"} | yes U31
          {"AWS": "*", "Federated": "arn:aws:iam::111122223333:saml-provider/Okta"}      | yes
          {"Federated": "arn:aws:iam::111122223333:saml-provider/*"}                     | yes
          {"Federated": "arn:aws:iam::111122223333:saml-provider/${aws:username}"}       | yes
          {"Federated": "arn:aws:iam::111122223333:role/dev"}                            | yes
          {"Federated": "arn:aws:sts::111122223333:saml-provider/Okta"}                  | yes
          """)
  void P184_identity_providers_are_public(String principal, String expected) {
    assertThat(ofBucket(statement(principal, "{}"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          OPERATOR                               | KEY           | VALUES                          | PUBLIC
          StringEquals                           | aws:SourceVpc | "vpc-91237329"                  | no
          StringEqualsIgnoreCase                 | aws:SourceVpc | "vpc-91237329"                  | no
          StringLike                             | aws:SourceVpc | "vpc-91237329"                  | no
          ArnEquals                              | aws:SourceArn | "arn:aws:sns:us-east-1:1:topic" | no
          ArnLike                                | aws:SourceArn | "arn:aws:sns:us-east-1:1:topic" | no
          IpAddress                              | aws:SourceIp  | "203.0.113.0/24"                | no
          ForAnyValue:StringEquals               | aws:PrincipalOrgPaths | "o-1/r-1/ou-1/"         | no
          ForAnyValue:StringLike                 | aws:PrincipalOrgPaths | "o-1/r-1/ou-1/"         | no
          ForAnyValue:StringLike                 | aws:PrincipalOrgPaths | "o-1/r-1/*"             | yes
          StringLike                             | aws:SourceVpc | "vpc-*"                         | yes
          StringLike                             | aws:SourceVpc | "vpc-9123732?"                  | yes
          StringEquals                           | aws:SourceVpc | "vpc-*"                         | yes
          ArnLike                                | aws:SourceArn | "arn:aws:sns:*:1:topic"         | yes
          StringEqualsIfExists                   | aws:SourceVpc | "vpc-91237329"                  | yes U30
          IpAddressIfExists                      | aws:SourceIp  | "203.0.113.0/24"                | yes U30
          ForAllValues:StringEquals              | aws:SourceVpc | "vpc-91237329"                  | yes U30
          ForAllValues:StringLikeIfExists        | aws:SourceVpc | "vpc-91237329"                  | yes U30
          ForAnyValue:StringEqualsIfExists       | aws:SourceVpc | "vpc-91237329"                  | yes U30
          StringLikeIfExists                     | aws:SourceVpc | "vpc-*"                         | yes
          ForAllValues:StringLike                | aws:SourceVpc | "vpc-*"                         | yes
          StringEqualsIfExists                   | aws:UserAgent | "me"                            | yes
          StringNotEquals                        | aws:SourceVpc | "vpc-91237329"                  | yes
          StringNotEqualsIgnoreCase              | aws:SourceVpc | "vpc-91237329"                  | yes
          StringNotLike                          | aws:SourceVpc | "vpc-91237329"                  | yes
          StringNotEqualsIfExists                | aws:SourceVpc | "vpc-91237329"                  | yes
          ForAnyValue:StringNotEquals            | aws:SourceVpc | "vpc-91237329"                  | yes
          ArnNotEquals                           | aws:SourceArn | "arn:aws:sns:us-east-1:1:topic" | yes
          NotIpAddress                           | aws:SourceIp  | "203.0.113.0/24"                | yes
          Null                                   | aws:SourceVpc | "false"                         | yes
          NumericEquals                          | aws:SourceAccount | "111122223333"              | yes
          BinaryEquals                           | aws:SourceVpc | "QUJD"                          | yes
          Bool                                   | aws:SecureTransport | "true"                    | yes
          StringSounds                           | aws:SourceVpc | "vpc-91237329"                  | yes
          """)
  void P182_operators_that_restrict(String operator, String key, String values, String expected) {
    assertThat(ofBucket(condition(operator, key, values))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          VALUES                               | PUBLIC
          "11.0.0.0/8"                         | no
          "11.0.0.0/7"                         | yes
          "0.0.0.0/1"                          | yes
          "0.0.0.0/0"                          | yes
          "203.0.113.7"                        | no
          "2001:db8::/32"                      | no
          "2001:db8::/31"                      | yes
          "::/0"                               | yes
          "2001:db8::1"                        | no
          "10.0.0.0/8"                         | no
          "10.0.0.0/7"                         | yes
          "172.16.0.0/12"                      | no
          "192.168.0.0/16"                     | no
          "192.0.0.0/7"                        | yes
          ["203.0.113.0/24", "198.51.100.0/24"] | no
          ["203.0.113.0/24", "0.0.0.0/1"]      | yes
          ["203.0.113.0/24", "::/0"]           | yes
          ["10.0.0.0/8", "0.0.0.0/1"]          | yes
          "203.0.113.*"                        | yes
          "203.0.113.0/33"                     | yes
          "${aws:SourceIp}"                    | yes
          []                                   | yes
          """)
  void P183_the_width_of_a_source_ip(String values, String expected) {
    assertThat(ofBucket(condition("IpAddress", "aws:SourceIp", values))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          KEY                                             | VALUES                                | PUBLIC
          aws:PrincipalOrgID                              | "o-a1b2c3d4e5"                        | no
          aws:PrincipalOrgID                              | "o-*"                                 | yes
          aws:PrincipalOrgPaths                           | "o-1/r-1/ou-1/"                       | no
          aws:PrincipalOrgPaths                           | "o-1/*"                               | yes
          aws:PrincipalAccount                            | "111122223333"                        | no
          aws:PrincipalAccount                            | "11112222333?"                        | yes
          aws:PrincipalArn                                | "arn:aws:iam::111122223333:role/dev"  | no
          aws:PrincipalArn                                | "arn:aws:iam::111122223333:role/*"    | yes
          aws:PrincipalServiceName                        | "cloudtrail.amazonaws.com"            | no
          aws:PrincipalServiceName                        | "*.amazonaws.com"                     | yes
          aws:SourceArn                                   | "arn:aws:sns:us-east-1:111122223333:t" | no
          aws:SourceArn                                   | "arn:aws:sns:*:111122223333:t"        | yes
          aws:SourceVpc                                   | "vpc-91237329"                        | no
          aws:SourceVpc                                   | "vpc-*"                               | yes
          aws:SourceVpce                                  | "vpce-1a2b3c4d"                       | no
          aws:SourceVpce                                  | "vpce-*"                              | yes
          aws:SourceOwner                                 | "111122223333"                        | no
          aws:SourceOwner                                 | "*"                                   | yes
          aws:SourceAccount                               | "111122223333"                        | no
          aws:SourceAccount                               | "1111*"                               | yes
          s3:x-amz-server-side-encryption-aws-kms-key-id  | "arn:aws:kms:us-east-1:1:key/abc"     | no
          s3:x-amz-server-side-encryption-aws-kms-key-id  | "arn:aws:kms:us-east-1:1:key/*"       | yes
          aws:userid                                      | "AIDACKCEVSQ6C2EXAMPLE"               | no
          aws:userid                                      | "AROACKCEVSQ6C2EXAMPLE:s1"            | no
          aws:userid                                      | "AROACKCEVSQ6C2EXAMPLE:*"             | yes
          aws:userid                                      | "*"                                   | yes
          s3:DataAccessPointAccount                       | "111122223333"                        | no
          s3:DataAccessPointAccount                       | "1111*"                               | yes
          aws:PrincipalTag/team                           | "red"                                 | yes
          aws:SourceOrgID                                 | "o-a1b2c3d4e5"                        | yes
          aws:UserAgent                                   | "me"                                  | yes
          s3:prefix                                       | "home/"                               | yes
          AWS:SOURCEVPC                                   | "vpc-91237329"                        | no
          aws:UserId                                      | "AIDACKCEVSQ6C2EXAMPLE"               | no
          S3:dataaccesspointaccount                       | "111122223333"                        | no
          aws:SourceVpc                                   | ["vpc-1", "vpc-2"]                    | no
          aws:SourceVpc                                   | ["vpc-1", "vpc-*"]                    | yes
          aws:SourceVpc                                   | ["vpc-1", "${aws:PrincipalTag/v}"]    | yes
          aws:SourceAccount                               | 111122223333                          | no
          aws:SourceVpc                                   | []                                    | yes
          """)
  void S3_11_keys_that_qualify(String key, String values, String expected) {
    assertThat(ofBucket(condition("StringLike", key, values))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          OPERATOR             | VALUES                                                      | BUCKET  | ACCESS POINT
          StringLike           | "arn:aws:s3:us-west-2:111122223333:accesspoint/*"           | no      | yes
          ArnLike              | "arn:aws:s3:us-west-2:111122223333:accesspoint/team-?"      | no      | yes
          StringEquals         | "arn:aws:s3:us-west-2:111122223333:accesspoint/mine"        | no      | yes
          StringLike           | "arn:aws:s3::111122223333:accesspoint/*.mrap"               | no      | yes
          StringEquals         | "mine"                                                      | no      | yes
          StringLikeIfExists   | "arn:aws:s3:us-west-2:111122223333:accesspoint/*"           | yes U30 | yes
          StringNotLike        | "arn:aws:s3:us-west-2:111122223333:accesspoint/*"           | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2:*:accesspoint/*"                      | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2:11112222333?:accesspoint/mine"        | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2::accesspoint/*"                       | yes     | yes
          StringLike           | "arn:aws:s3:*:111122223333:accesspoint/*"                   | yes     | yes
          StringLike           | "arn:*:s3:us-west-2:111122223333:accesspoint/*"             | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2:111122223333:access*"                 | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2:111122223333:*"                       | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2:111122223333*"                        | yes     | yes
          StringLike           | "arn:aws:s3:us-west-2:111122223333:accesspoint/${aws:userid}" | yes   | yes
          StringLike           | "arn:aws:s3:us-west-2:${aws:PrincipalAccount}:accesspoint/*" | yes    | yes
          StringLike           | "*"                                                         | yes     | yes
          StringLike           | ["arn:aws:s3:us-west-2:111122223333:accesspoint/*", "*"]    | yes     | yes
          """)
  void P185_access_points(String operator, String values, String ofBucket, String ofAccessPoint) {
    String policy = condition(operator, "s3:DataAccessPointArn", values);
    assertThat(ofBucket(policy)).isEqualTo(ofBucket);
    assertThat(ofAccessPoint(policy)).isEqualTo(ofAccessPoint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PRINCIPAL               | CONDITION                                                                                            | PUBLIC
          "*"                     | {}                                                                                                   | yes
          "*"                     | {"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}}                                      | no
          {"AWS": "111122223333"} | {}                                                                                                   | no
          {"AWS": "111122223333"} | {"StringEquals": {"S3:dataaccesspointarn": "arn:aws:s3:us-west-2:111122223333:accesspoint/a"}}       | yes
          "*"                     | {"StringEquals": {"s3:DataAccessPointArn": "arn:aws:s3:us-west-2:1:accesspoint/a", "aws:SourceVpc": "vpc-1"}} | yes
          """)
  void P185_the_policy_of_an_access_point(String principal, String condition, String expected) {
    assertThat(ofAccessPoint(statement(principal, condition))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2012-10-17", "2008-10-17"})
  void P186_a_variable_is_not_fixed(String version) {
    String statement = condition("StringEquals", "aws:SourceVpce", "\"${aws:PrincipalTag/v}\"");
    assertThat(ofBucket(version, statement)).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PRINCIPAL                                                     | CONDITION                                                                                   | PUBLIC
          "*"                                                           | {"StringEquals": {"aws:SourceVpc": "vpc-1", "aws:UserAgent": "me"}}                         | no
          "*"                                                           | {"StringLike": {"aws:SourceVpc": "vpc-*"}, "IpAddress": {"aws:SourceIp": "203.0.113.0/24"}} | no
          "*"                                                           | {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}, "StringEquals": {"aws:SourceVpce": "vpce-1"}} | no
          "*"                                                           | {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}, "StringLike": {"aws:SourceVpce": "*"}} | yes U30
          {"AWS": "111122223333"}                                       | {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}                                        | no
          {"Federated": "arn:aws:iam::111122223333:saml-provider/Okta"} | {"StringEquals": {"aws:SourceVpc": "vpc-1"}}                                                | no
          {"Federated": "arn:aws:iam::111122223333:saml-provider/Okta"} | {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}                                        | yes U30 U31
          {"Federated": "graph.facebook.com"}                           | {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}                                        | yes U30
          """)
  void S3_11_principals_and_conditions(String principal, String condition, String expected) {
    assertThat(ofBucket(statement(principal, condition))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          STATEMENTS            | PUBLIC
          none                  | no
          deny                  | no
          account               | no
          account, account      | no
          account, all          | yes
          deny, all             | yes
          account, vpc          | yes U30
          saml, account         | yes U31
          saml, vpc             | yes U30 U31
          saml, vpc, all        | yes
          """)
  void S3_11_one_public_statement_makes_a_public_policy(String statements, String expected) {
    String policy =
        Splitter.on(", ")
            .splitToStream(statements)
            .map(PublicPolicyTest::named)
            .collect(Collectors.joining(","));
    assertThat(ofBucket(policy)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PRINCIPAL                                 | CONDITION                                    | PUBLIC
          "NotPrincipal": {"AWS": "111122223333"},  | {}                                           | yes
          "NotPrincipal": {"AWS": "111122223333"},  | {"StringEquals": {"aws:SourceVpc": "vpc-1"}} | no
          ''                                        | {}                                           | yes
          """)
  void S3_11_who_is_not_named_is_not_fixed(String principal, String condition, String expected) {
    assertThat(ofBucket(body(principal, condition))).isEqualTo(expected);
  }

  private static String named(String name) {
    return switch (name) {
      case "deny" -> statement("\"*\"", "{}").replace("Allow", "Deny");
      case "all" -> statement("\"*\"", "{}");
      case "account" -> statement("{\"AWS\": \"111122223333\"}", "{}");
      case "saml" ->
          statement("{\"Federated\": \"arn:aws:iam::111122223333:saml-provider/Okta\"}", "{}");
      case "vpc" -> condition("StringEqualsIfExists", "aws:SourceVpc", "\"vpc-1\"");
      default -> "";
    };
  }

  private static String statement(String principal, String condition) {
    return body("\"Principal\": " + principal + ",", condition);
  }

  private static String condition(String operator, String key, String values) {
    String test = "{\"%s\": {\"%s\": %s}}".formatted(operator, key, values);
    return statement("\"*\"", test);
  }

  private static String body(String principal, String condition) {
    return """
        {
          "Effect": "Allow",
          %s
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::reports/*",
          "Condition": %s
        }
        """
        .formatted(principal, condition);
  }

  private static String ofBucket(String statements) {
    return ofBucket("2012-10-17", statements);
  }

  private static String ofBucket(String version, String statements) {
    return describe(PublicPolicy.of(policy("Bucket", version, statements), false));
  }

  private static String ofAccessPoint(String statements) {
    return describe(PublicPolicy.of(policy("AccessPoint", "2012-10-17", statements), true));
  }

  private static PolicyDocument policy(String type, String version, String statements) {
    String text = "{\"Version\": \"%s\", \"Statement\": [%s]}".formatted(version, statements);
    return PolicyReader.lenient().read(text, PolicyType.resource("AWS::S3::" + type));
  }

  private static String describe(Truth truth) {
    if (truth.certainlyFails()) {
      return "no";
    }
    // An open point reads as public, whatever the effect.
    assertThat(truth.taken(Effect.ALLOW)).isTrue();
    return truth.points().stream()
        .sorted()
        .map(point -> " " + point)
        .collect(Collectors.joining("", "yes", ""));
  }
}
