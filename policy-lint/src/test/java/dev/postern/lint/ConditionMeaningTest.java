package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions come to: the contract of the rules, and where they must speak or be silent. */
final class ConditionMeaningTest {
  private static final Linter LINTER = Linter.strict();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                             | SEVERITY         | PROFILE | ISSUE CODE
          condition-wildcard-no-like     | warning          | default | WILDCARD_WITHOUT_LIKE_OPERATOR
          condition-like-no-wildcard     | suggestion       | strict  |
          condition-star-value           | suggestion       | default | EQUIVALENT_TO_NULL_FALSE
          condition-star-negated         | suggestion       | default | EQUIVALENT_TO_NULL_TRUE
          condition-key-always-true      | suggestion       | default | REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION
          condition-key-never-true       | suggestion       | default | REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION
          condition-sensitive-wildcard   | error            | default | WILDCARD_USAGE_TOO_PERMISSIVE
          condition-ip-host-bits         | suggestion       | default | IMPROVE_IP_RANGE
          condition-ip-private           | error            | default | PRIVATE_IP_ADDRESS
          condition-notip-private        | error            | default | PRIVATE_NOT_IP_ADDRESS
          condition-ip-private-part      | suggestion       | default | PRIVATE_IP_ADDRESS_SUBSET
          condition-notip-private-part   | suggestion       | default | PRIVATE_NOT_IP_ADDRESS_SUBSET
          condition-ip-all               | security-warning | default |
          condition-missing-qualifier    | error            | default | MISSING_QUALIFIER
          condition-forallvalues-single  | security-warning | default | FORALLVALUES_WITH_SINGLE_VALUED_KEY
          condition-foranyvalue-single   | warning          | default |
          condition-forallvalues-no-null | security-warning | default |
          condition-deny-forallvalues    | security-warning | default |
          condition-allow-foranyvalue    | security-warning | default |
          condition-empty-foranyvalue    | suggestion       | default | EMPTY_ARRAY_CONDITION_FORANYVALUE
          condition-empty-forallvalues   | suggestion       | default | EMPTY_ARRAY_CONDITION_FORALLVALUES
          condition-empty-ifexists       | suggestion       | default | EMPTY_ARRAY_CONDITION_IFEXISTS
          condition-ifexists-allow       | security-warning | default |
          condition-ifexists-needless    | suggestion       | default |
          condition-allow-negated        | security-warning | default |
          condition-deny-missing-key-open | security-warning | default |
          condition-deny-breaks-services | warning          | default |
          condition-viaservice-allow     | warning          | default |
          mfa-allow-false                | security-warning | default |
          mfa-deny-bool                  | security-warning | default |
          mfa-allow-ifexists             | security-warning | default |
          mfa-null-as-proof              | security-warning | default |
          mfa-set-operator               | security-warning | default | FORALLVALUES_WITH_SINGLE_VALUED_KEY
          mfa-blocks-enrolment           | warning          | default |
          mfa-never-in-context           | warning          | default |
          tag-unsupported-deny           | security-warning | default | DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
          tag-unsupported-deny-notaction | security-warning | default | DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
          tag-unsupported-allow          | suggestion       | default | ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
          tag-unsupported-allow-notaction| suggestion       | default | ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
          tag-resource-editable          | security-warning | default |
          tag-principal-editable         | security-warning | default |
          tag-untag-open                 | security-warning | default |
          tag-request-on-use             | warning          | default |
          tag-resource-on-create         | warning          | default |
          tag-create-split               | warning          | default |
          tag-extra-keys                 | suggestion       | default |
          tag-key-case                   | suggestion       | default |
          condition-redundant-number     | suggestion       | default | REDUNDANT_CONDITION_VALUE_NUM
          condition-redundant-value      | suggestion       | default |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }

  /** A test of a condition, and the rules that find something in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          EFFECT | CONDITION                                                              | FOUND
          Allow  | "StringLike": {"aws:PrincipalTag/t": "*"}                              | condition-star-value
          Allow  | "ArnLike": {"aws:PrincipalArn": "*"}                                   | condition-star-value
          Allow  | "ForAnyValue:StringLike": {"aws:CalledVia": "*"}                       | condition-star-value
          Allow  | "StringLike": {"aws:PrincipalTag/t": "*a"}                             |
          Deny   | "StringNotLike": {"aws:PrincipalTag/t": "*"}                           | condition-star-negated
          Deny   | "StringNotLike": {"aws:PrincipalTag/t": "a*"}                          |
          Allow  | "StringEquals": {"aws:PrincipalTag/t": "a*"}                           | condition-wildcard-no-like
          Allow  | "StringEquals": {"aws:PrincipalTag/t": "a${*}"}                        |
          Allow  | "ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/a*"} |
          Allow  | "StringLike": {"aws:PrincipalOrgID": "o-*"}                            | condition-sensitive-wildcard
          Allow  | "StringLike": {"aws:PrincipalAccount": "*"}                            | condition-sensitive-wildcard
          Allow  | "StringLike": {"aws:userid": "AROA1234567890ABCDEFG:*"}                |
          Allow  | "StringLike": {"aws:userid": "*:alice"}                                |
          Allow  | "StringLike": {"aws:userid": "AR*:alice"}                              | condition-sensitive-wildcard
          Allow  | "IpAddress": {"aws:SourceIp": "203.0.113.1/24"}                        | condition-ip-host-bits
          Allow  | "IpAddress": {"aws:SourceIp": "2001:db8::1/64"}                        | condition-ip-host-bits
          Allow  | "IpAddress": {"aws:SourceIp": "203.0.113.1"}                           |
          Allow  | "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}                            | condition-ip-private
          Allow  | "IpAddress": {"aws:SourceIp": "fd12::/16"}                             | condition-ip-private
          Allow  | "IpAddress": {"aws:SourceIp": "10.0.0.0/7"}                            |
          Allow  | "IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}                         |
          Allow  | "IpAddress": {"aws:SourceIp": ["172.31.0.0/16", "203.0.113.0/24"]}     | condition-ip-private-part
          Allow  | "IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}            | condition-ip-all
          Allow  | "IpAddress": {"aws:SourceIp": "::/0"}                                  | condition-ip-all
          Allow  | "IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/2"]}            |
          Deny   | "IpAddress": {"aws:SourceIp": "0.0.0.0/0"}                             |
          Allow  | "StringEquals": {"aws:TagKeys": "t"}                                   | condition-missing-qualifier
          Allow  | "Null": {"aws:TagKeys": "false"}                                       |
          Allow  | "StringEquals": {"s3:prefix": ["a", "A"]}                              |
          Allow  | "StringEqualsIgnoreCase": {"s3:prefix": ["a", "A"]}                    | condition-redundant-value
          Allow  | "StringLike": {"s3:prefix": ["a?", "ab", "*c"]}                        | condition-redundant-value
          Allow  | "StringLike": {"s3:prefix": ["${aws:username}*", "${aws:username}/*"]} |
          Allow  | "NumericEquals": {"s3:max-keys": ["10", "10.0"]}                       | condition-redundant-value
          Allow  | "NumericLessThan": {"s3:max-keys": ["10", "100"]}                      | condition-redundant-number
          Allow  | "NumericLessThan": {"s3:max-keys": "10"}                               |
          Allow  | "ForAnyValue:StringEquals": {"aws:TagKeys": []}                        | condition-empty-foranyvalue
          Allow  | "StringLikeIfExists": {"aws:PrincipalTag/t": "*"}                      | condition-key-always-true
          Allow  | "Null": {"aws:PrincipalTag/t": ["true", "false"]}                      | condition-key-always-true
          Allow  | "BoolIfExists": {"aws:AssumedRoot": ["true", "false"]}                 | condition-bool-many
          Deny   | "ForAnyValue:StringNotLike": {"aws:CalledVia": "*"}                    | condition-key-never-true
          Deny   | "StringNotLike": {"aws:RequestedRegion": "*"}                          | condition-key-never-true
          Deny   | "ForAllValues:StringEquals": {"aws:TagKeys": "t"}                      | condition-deny-forallvalues
          Allow  | "ForAllValues:StringEquals": {"aws:TagKeys": "t"}                      |
          Allow  | "ForAllValues:StringEquals": {"aws:CalledVia": "t"}                    | condition-forallvalues-no-null
          Allow  | "ForAnyValue:StringEquals": {"aws:TagKeys": "t"}                       | condition-allow-foranyvalue
          Allow  | "IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}                | condition-ifexists-allow
          Deny   | "IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}                |
          Allow  | "StringEqualsIfExists": {"aws:PrincipalType": "User"}                  | condition-ifexists-needless
          Allow  | "StringEqualsIfExists": {"iam:PassedToService": "ec2.amazonaws.com"}   |
          Allow  | "NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}                     | condition-allow-negated
          Allow  | "ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/a"} |
          Deny   | "NumericGreaterThan": {"aws:MultiFactorAuthAge": "60"}                 | condition-deny-missing-key-open
          Deny   | "StringEquals": {"s3:x-amz-server-side-encryption": "AES256"}          |
          Deny   | "NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}                     | condition-deny-breaks-services
          Deny   | "StringNotEquals": {"aws:PrincipalOrgID": "o-abcdefghij"}              |
          Allow  | "BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}                 | mfa-allow-ifexists
          Allow  | "ForAllValues:Bool": {"aws:MultiFactorAuthPresent": "true"}            | mfa-set-operator
          Deny   | "Bool": {"aws:MultiFactorAuthPresent": "false"}                        | mfa-deny-bool
          Deny   | "BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}                |
          Allow  | "Bool": {"aws:MultiFactorAuthPresent": "false"}                        | mfa-allow-false
          Allow  | "Null": {"aws:MultiFactorAuthPresent": "false"}                        | mfa-null-as-proof
          Allow  | "Null": {"aws:MultiFactorAuthAge": "false"}                            |
          Allow  | "StringEquals": {"aws:PrincipalTag/t": []}                             | condition-empty-values
          """)
  void what_is_found_in_a_condition(String effect, String condition, String found) {
    assertThat(found(PolicyType.IDENTITY, effect, condition)).isEqualTo(found == null ? "" : found);
  }

  private static String found(PolicyType type, String effect, String condition) {
    String json =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \""
            + effect
            + "\", \"Action\": [\"s3:ListBucket\", \"ec2:CreateTags\"], \"Resource\": \"*\","
            + " \"Condition\": {"
            + condition
            + "}}]}";
    return LINTER.lint(SourceText.of("policy", json), type).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(ConditionMeaningTest::isOfFamily)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /* The form of conditions is another family, with tests of its own. */
  private static boolean isOfFamily(String id) {
    return id.startsWith("mfa-")
        || id.startsWith("condition-key-always-")
        || id.startsWith("condition-key-never-")
        || (id.startsWith("condition-")
            && !id.startsWith("condition-key-")
            && !id.startsWith("condition-type")
            && !id.startsWith("condition-like-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          CONDITION                                            | MENDED
          "StringLike":{"aws:PrincipalTag/t":"*"}              | "Null":{"aws:PrincipalTag/t":"false"}
          "StringNotLike":{"aws:PrincipalTag/t":["*","a"]}     | "Null":{"aws:PrincipalTag/t":"true"}
          "IpAddress":{"aws:SourceIp":"203.0.113.9/24"}        | "IpAddress":{"aws:SourceIp":"203.0.113.0/24"}
          "NumericLessThan":{"s3:max-keys":["10",100]}         | "NumericLessThan":{"s3:max-keys":100}
          "StringLike":{"s3:prefix":["a*","ab"]}               | "StringLike":{"s3:prefix":["a*"]}
          "StringLike":{"aws:PrincipalTag/t":"a"}              | "StringEquals":{"aws:PrincipalTag/t":"a"}
          "ForAllValues:StringEquals":{"aws:username":"a"}     | "StringEquals":{"aws:username":"a"}
          """)
  void a_fix_writes_what_is_meant(String condition, String mended) {
    String json =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:ListBucket\","
            + "\"Resource\":\"*\",\"Condition\":{"
            + condition
            + "}}]}";
    StringBuilder text = new StringBuilder(json);
    LINTER.lint(SourceText.of("policy", json), PolicyType.IDENTITY).findings().stream()
        .filter(finding -> finding.rule().id().startsWith("condition-"))
        .flatMap(finding -> finding.fix().stream())
        .flatMap(fix -> fix.edits().reverse().stream())
        .forEach(
            edit ->
                text.replace(edit.span().startOffset(), edit.span().endOffset(), edit.newText()));

    assertThat(text.toString()).isEqualTo(json.replace(condition, mended));
  }
}
