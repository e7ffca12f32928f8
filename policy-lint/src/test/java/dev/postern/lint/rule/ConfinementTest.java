package dev.postern.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions confine a statement to known callers or places, and which only look so. */
final class ConfinementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          OPERATOR                 | KEY                     | VALUE                                  | CONFINED TO
          StringEquals             | aws:PrincipalOrgID      | o-a1b2c3d4e5                           | ORGANIZATION
          StringEquals             | AWS:principalorgid      | o-a1b2c3d4e5                           | ORGANIZATION
          StringEquals             | aws:PrincipalOrgID      | ${aws:ResourceOrgID}                   | ORGANIZATION
          StringLike               | aws:PrincipalOrgID      | o-*                                    | seems
          ForAnyValue:StringLike   | aws:PrincipalOrgPaths   | o-a1b2c3d4e5/r-ab12/*                  | ORGANIZATION
          ForAnyValue:StringLike   | aws:PrincipalOrgPaths   | */r-ab12/*                             | seems
          ForAllValues:StringLike  | aws:PrincipalOrgPaths   | o-a1b2c3d4e5/r-ab12/*                  | seems
          StringEqualsIfExists     | aws:PrincipalOrgID      | o-a1b2c3d4e5                           | seems
          StringNotEquals          | aws:PrincipalOrgID      | o-a1b2c3d4e5                           | seems
          Null                     | aws:PrincipalOrgID      | false                                  | seems
          StringEqualsIfExists     | aws:PrincipalAccount    | 111122223333                           | ACCOUNT
          StringLike               | aws:PrincipalAccount    | 1111*                                  | seems
          StringEquals             | kms:CallerAccount       | 111122223333                           | ACCOUNT
          StringEquals             | kms:ViaService          | s3.eu-west-1.amazonaws.com             | seems
          ArnLike                  | aws:PrincipalArn        | arn:aws:iam::111122223333:role/*       | PRINCIPAL
          ArnLike                  | aws:PrincipalArn        | arn:aws:iam::*:role/deploy             | seems
          StringLike               | aws:userid              | AROAEXAMPLEID1234567:*                 | PRINCIPAL
          StringLike               | aws:userid              | *:deploy                               | seems
          StringEquals             | aws:PrincipalTag/team   | red                                    | seems
          StringEquals             | aws:SourceVpc           | vpc-91237329                           | VPC
          StringLike               | aws:SourceVpc           | vpc-*                                  | seems
          StringEquals             | aws:SourceVpce          | vpce-1a2b3c4d                          | VPC_ENDPOINT
          IpAddress                | aws:SourceIp            | 203.0.113.0/24                         | ADDRESSES
          IpAddress                | aws:SourceIp            | 203.0.113.7                            | ADDRESSES
          IpAddress                | aws:SourceIp            | 2001:db8::/32                          | ADDRESSES
          IpAddress                | aws:SourceIp            | 0.0.0.0/0                              | seems
          IpAddress                | aws:SourceIp            | 128.0.0.0/1                            | seems
          IpAddress                | aws:SourceIp            | ::/0                                   | seems
          IpAddress                | aws:VpcSourceIp         | 10.0.0.0/8                             | seems
          ArnLike                  | aws:SourceArn           | arn:aws:sns:*:111122223333:*           | SOURCE
          ArnLike                  | aws:SourceArn           | arn:aws:s3:::reports                   | SOURCE
          ArnLike                  | aws:SourceArn           | arn:aws:s3:::reports*                  | seems
          ArnLike                  | aws:SourceArn           | arn:aws:sns:*:*:alarms                 | seems
          StringEquals             | aws:SourceAccount       | 111122223333                           | SOURCE
          Bool                     | aws:SecureTransport     | true                                   | seems
          StringLike               | aws:Referer             | https://example.com/*                  | seems
          DateLessThan             | aws:CurrentTime         | 2030-01-01T00:00:00Z                   | seems
          Bool                     | elasticfilesystem:AccessedViaMountTarget | true                  | VPC
          NumericEquals            | aws:SourceAccount       | 111122223333                           | undecided
          StringEquals             | aws:SourceVpce          | ${aws:PrincipalTag/vpce}               | undecided
          StringEquals             | lambda:EventSourceToken | amzn1.ask.skill.1                      | undecided
          """)
  void a_condition(String operator, String key, String value, String expected) {
    assertThat(ofCondition("{\"%s\": {\"%s\": \"%s\"}}".formatted(operator, key, value)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          CONDITION                                                                                            | CONFINED TO
          {}                                                                                                   | open
          {"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SourceVpc": "vpc-1"}}                | VPC
          {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}, "Null": {"aws:SourceVpc": "false"}}             | VPC
          {"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}, "Null": {"aws:SourceVpc": "true"}}              | seems
          {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com", "kms:CallerAccount": "111122223333"}} | ACCOUNT
          {"StringEquals": {"aws:PrincipalOrgID": ["o-1", "o-2"]}}                                             | ORGANIZATION
          {"StringLike": {"aws:PrincipalOrgID": ["o-1", "*"]}}                                                 | seems
          {"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"events:source": "aws.s3"}}               | undecided
          """)
  void several_conditions(String condition, String expected) {
    assertThat(ofCondition(condition)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          DENIED UNDER                                                                                         | SPARES KNOWN ONLY
          {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}                                                   | true
          {"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}} | true
          {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}                                                 | true
          {"NotIpAddress": {"aws:SourceIp": "0.0.0.0/0"}}                                                      | false
          {"ForAnyValue:StringNotEquals": {"aws:PrincipalOrgPaths": "o-1/"}}                                   | false
          {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}, "Bool": {"aws:SecureTransport": "false"}}         | false
          {"Bool": {"aws:SecureTransport": "false"}}                                                           | false
          {}                                                                                                   | true
          """)
  void a_denial(String condition, boolean expected) {
    LintedPolicy policy = policy("Deny", condition);
    assertThat(Confinement.sparesKnownOnly(statement(policy), policy)).isEqualTo(expected);
  }

  private static String ofCondition(String condition) {
    LintedPolicy policy = policy("Allow", condition);
    Confinement confinement = Confinement.of(statement(policy), policy);
    if (confinement instanceof Confinement.Confined confined) {
      return confined.bound().name();
    }
    if (confinement instanceof Confinement.Seeming) {
      return "seems";
    }
    return confinement.isOpen() ? "open" : "undecided";
  }

  private static Statement statement(LintedPolicy policy) {
    return policy.document().statementList().get(0).value();
  }

  private static LintedPolicy policy(String effect, String condition) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "%s", "Principal": "*",
         "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site/*", "Condition": %s}}
        """
            .formatted(effect, condition);
    return LintedPolicy.of(
        PolicyReader.lenient().examine(SourceText.of("test", text), PolicyType.RESOURCE),
        Background.standard());
  }
}
