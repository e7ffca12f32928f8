package dev.postern.lint.rule;

import static dev.postern.lint.rule.RuleInfo.error;
import static dev.postern.lint.rule.RuleInfo.securityWarning;
import static dev.postern.lint.rule.RuleInfo.suggestion;
import static dev.postern.lint.rule.RuleInfo.warning;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.source.ProblemCode;

/** The rules that pass on what the reader finds: one table. */
final class ReaderProblems {
  private static final String ELEMENT = "INVALID_POLICY_ELEMENT";
  private static final String DATA_TYPE = "DATA_TYPE_MISMATCH";

  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          // The text.
          row(
              error("json-syntax", "the text is not JSON")
                  .peers("parliament:MALFORMED_JSON")
                  .issueCode("JSON_SYNTAX_ERROR"),
              ProblemCode.JSON_SYNTAX),
          row(
              error("json-duplicate-key", "a name stands twice in one object"),
              ProblemCode.JSON_DUPLICATE_KEY),
          row(
              error("json-trailing-data", "more text stands behind the document")
                  .issueCode("JSON_SYNTAX_ERROR"),
              ProblemCode.JSON_TRAILING_DATA),
          row(error("limit-size", "the text is longer than any policy"), ProblemCode.LIMIT_SIZE),
          row(
              error("limit-depth", "objects and arrays nest deeper than in any policy"),
              ProblemCode.LIMIT_DEPTH),
          row(
              error("limit-string", "a string is longer than any policy"),
              ProblemCode.LIMIT_STRING),
          row(
              error("limit-elements", "there are more values than in any policy"),
              ProblemCode.LIMIT_ELEMENTS),
          row(
              error("doc-not-object", "the document is not an object").issueCode(DATA_TYPE),
              ProblemCode.DOC_NOT_OBJECT),
          // Elements.
          row(
              error("element-unknown", "no policy has an element of this name")
                  .peers("parliament:MALFORMED", "boogy:unknown_field")
                  .issueCode(ELEMENT),
              ProblemCode.ELEMENT_UNKNOWN),
          row(
              error("element-wrong-case", "the name of an element is spelled differently")
                  .issueCode(ELEMENT),
              ProblemCode.ELEMENT_WRONG_CASE),
          row(
              error("element-type", "a value has the wrong JSON type")
                  .peers("parliament:MALFORMED")
                  .issueCode(DATA_TYPE),
              ProblemCode.ELEMENT_TYPE),
          row(
              error("element-conflict", "an element stands beside its `Not…` twin")
                  .peers("parliament:MALFORMED", "boogy:action_conflict")
                  .issueCode("UNSUPPORTED_ELEMENT_COMBINATION"),
              ProblemCode.ELEMENT_CONFLICT),
          row(
              error("effect-invalid", "`Effect` is neither `Allow` nor `Deny`")
                  .peers("parliament:MALFORMED")
                  .issueCode("INVALID_EFFECT"),
              ProblemCode.EFFECT_INVALID),
          row(
              error("version-invalid", "`Version` is no version of the policy language")
                  .peers("parliament:INVALID_VERSION")
                  .issueCode("INVALID_VERSION"),
              ProblemCode.VERSION_INVALID),
          row(
              suggestion("id-unexpected", "`Id` has no effect in this type of policy")
                  .on(
                      Kind.IDENTITY,
                      Kind.PERMISSIONS_BOUNDARY,
                      Kind.SESSION,
                      Kind.SERVICE_CONTROL,
                      Kind.RESOURCE_CONTROL),
              ProblemCode.ID_UNEXPECTED),
          row(
              suggestion("empty-action", "`Action` is an empty list")
                  .issueCode("EMPTY_ARRAY_ACTION"),
              ProblemCode.EMPTY_ACTION),
          row(
              suggestion("empty-resource", "`Resource` is an empty list")
                  .on(PolicyTypes.WITH_RESOURCES)
                  .issueCode("EMPTY_ARRAY_RESOURCE"),
              ProblemCode.EMPTY_RESOURCE),
          row(
              suggestion("empty-principal-array", "a kind of principal has an empty list")
                  .on(PolicyTypes.WITH_PRINCIPALS)
                  .issueCode("EMPTY_ARRAY_PRINCIPAL"),
              ProblemCode.EMPTY_PRINCIPAL_ARRAY),
          row(
              suggestion("empty-principal-object", "`Principal` is an empty object")
                  .on(PolicyTypes.WITH_PRINCIPALS)
                  .issueCode("EMPTY_OBJECT_PRINCIPAL"),
              ProblemCode.EMPTY_PRINCIPAL_OBJECT),
          row(
              suggestion("empty-condition", "`Condition` is an empty object")
                  .issueCode("EMPTY_OBJECT_CONDITION"),
              ProblemCode.EMPTY_CONDITION),
          row(
              suggestion("empty-condition-operator", "an operator tests no key"),
              ProblemCode.EMPTY_CONDITION_OPERATOR),
          row(
              securityWarning("empty-not-list", "the complement of nothing is everything"),
              ProblemCode.EMPTY_NOT_LIST),
          // Principals.
          row(
              error("principal-not-allowed", "a policy that is attached to principals names none")
                  .peers("boogy:unexpected_principal")
                  .on(PolicyTypes.OF_PRINCIPALS)
                  .issueCode("UNSUPPORTED_PRINCIPAL"),
              ProblemCode.PRINCIPAL_NOT_ALLOWED),
          row(
              error("principal-format", "`Principal` is neither `\"*\"` nor an object")
                  .peers("parliament:UNKNOWN_PRINCIPAL")
                  .on(PolicyTypes.WITH_PRINCIPALS)
                  .issueCode("INVALID_PRINCIPAL_FORMAT"),
              ProblemCode.PRINCIPAL_FORMAT),
          row(
              error("principal-key-unknown", "there is no such kind of principal")
                  .peers("parliament:UNKNOWN_PRINCIPAL")
                  .on(PolicyTypes.WITH_PRINCIPALS)
                  .issueCode("INVALID_PRINCIPAL_KEY"),
              ProblemCode.PRINCIPAL_KEY_UNKNOWN),
          row(
              error("principal-value-invalid", "nobody is this principal")
                  .peers("parliament:UNKNOWN_PRINCIPAL", "boogy:invalid_principal")
                  .on(PolicyTypes.WITH_PRINCIPALS)
                  .issueCode("INVALID_PRINCIPAL_FORMAT"),
              ProblemCode.PRINCIPAL_VALUE_INVALID),
          row(
              error(
                      "principal-partial-wildcard",
                      "a wildcard inside a principal is an ordinary character")
                  .peers("cfripper:PartialWildcardPrincipal")
                  .on(PolicyTypes.WITH_PRINCIPALS)
                  .issueCode("UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
              ProblemCode.PRINCIPAL_PARTIAL_WILDCARD),
          row(
              error("principal-group", "a group is never a principal")
                  .on(PolicyTypes.WITH_PRINCIPALS),
              ProblemCode.PRINCIPAL_GROUP),
          row(
              error("principal-canonical-unsupported", "S3 alone knows canonical users")
                  .on(PolicyTypes.WITH_PRINCIPALS),
              ProblemCode.PRINCIPAL_CANONICAL_UNSUPPORTED),
          row(
              securityWarning(
                      "notprincipal-allow", "`Allow` with `NotPrincipal` lets in everybody else")
                  .peers(
                      "parliament:NOTPRINCIPAL_WITH_ALLOW",
                      "cfn_nag:F7",
                      "cfn_nag:F8",
                      "cfn_nag:F9",
                      "boogy:not_principal_with_allow")
                  .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.VPC_ENDPOINT)
                  .issueCode("ALLOW_WITH_NOT_PRINCIPAL"),
              ProblemCode.NOTPRINCIPAL_ALLOW),
          row(
              warning("kms-notprincipal", "AWS does not describe `NotPrincipal` in a key policy")
                  .on(Kind.KMS_KEY),
              ProblemCode.KMS_NOTPRINCIPAL),
          row(
              error("trust-notprincipal", "a trust policy has no `NotPrincipal`")
                  .peers("cfn_nag:F6")
                  .on(Kind.TRUST)
                  .issueCode("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"),
              ProblemCode.TRUST_NOTPRINCIPAL),
          row(
              error("trust-resource", "a trust policy has no `Resource`")
                  .on(Kind.TRUST)
                  .issueCode("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"),
              ProblemCode.TRUST_RESOURCE),
          row(
              error("scp-principal", "a service control policy names no principals")
                  .on(Kind.SERVICE_CONTROL)
                  .issueCode("SCP_SYNTAX_ERROR_PRINCIPAL"),
              ProblemCode.SCP_PRINCIPAL),
          row(
              error("rcp-principal", "a resource control policy applies to everyone")
                  .peers("boogy:invalid_rcp_principal")
                  .on(Kind.RESOURCE_CONTROL)
                  .issueCode("RCP_SYNTAX_ERROR_PRINCIPAL"),
              ProblemCode.RCP_PRINCIPAL),
          row(
              error("rcp-allow", "a resource control policy of one's own only denies")
                  .peers("boogy:invalid_rcp_effect")
                  .on(Kind.RESOURCE_CONTROL)
                  .issueCode("RCP_SYNTAX_ERROR_ALLOW"),
              ProblemCode.RCP_ALLOW),
          row(
              error("rcp-notaction", "a resource control policy has no `NotAction`")
                  .on(Kind.RESOURCE_CONTROL)
                  .issueCode("RCP_SYNTAX_ERROR_NOTACTION"),
              ProblemCode.RCP_NOTACTION),
          row(
              error("rcp-action-service", "a resource control policy names the services")
                  .peers("boogy:unsupported_rcp_service")
                  .on(Kind.RESOURCE_CONTROL)
                  .issueCode("RCP_SYNTAX_ERROR_ACTION"),
              ProblemCode.RCP_ACTION_SERVICE),
          // Actions and resources.
          row(
              error("action-format", "an action is `*` or `service:Name`")
                  .issueCode("INVALID_ACTION"),
              ProblemCode.ACTION_FORMAT),
          row(
              error("arn-prefix", "a resource is `*` or an ARN")
                  .peers("parliament:INVALID_ARN", "boogy:invalid_resource")
                  .on(PolicyTypes.WITH_RESOURCES)
                  .issueCode("INVALID_ARN_PREFIX"),
              ProblemCode.ARN_PREFIX),
          row(
              error("arn-fields", "an ARN has six fields")
                  .peers("parliament:INVALID_ARN")
                  .on(PolicyTypes.WITH_RESOURCES)
                  .issueCode("MISSING_ARN_FIELD"),
              ProblemCode.ARN_FIELDS),
          row(
              error(
                      "arn-variable-position",
                      "variables are replaced in the last field of an ARN only")
                  .on(PolicyTypes.WITH_RESOURCES),
              ProblemCode.ARN_VARIABLE_POSITION),
          // Conditions.
          row(
              error("condition-operator-unknown", "there is no such condition operator")
                  .peers("parliament:UNKNOWN_OPERATOR", "boogy:invalid_operator")
                  .issueCode("INVALID_CONDITION_OPERATOR"),
              ProblemCode.CONDITION_OPERATOR_UNKNOWN),
          row(
              error("condition-null-ifexists", "`Null` takes no `IfExists`")
                  .issueCode("NULL_WITH_IF_EXISTS"),
              ProblemCode.CONDITION_NULL_IFEXISTS),
          row(
              suggestion("condition-null-qualifier", "`Null` takes no set operator")
                  .issueCode("NULL_WITH_QUALIFIER"),
              ProblemCode.CONDITION_NULL_QUALIFIER),
          row(
              error("condition-key-format", "a condition key is `prefix:name`")
                  .peers("parliament:UNKNOWN_CONDITION_FOR_ACTION")
                  .issueCode("INVALID_CONDITION_KEY_FORMAT"),
              ProblemCode.CONDITION_KEY_FORMAT),
          row(
              error(
                      "condition-key-duplicate-case",
                      "letter case does not make another condition key")
                  .issueCode("DUPLICATE_KEYS_WITH_DIFFERENT_CASE"),
              ProblemCode.CONDITION_KEY_DUPLICATE_CASE),
          row(
              suggestion("condition-empty-values", "a condition key has no values")
                  .issueCode("EMPTY_ARRAY_CONDITION"),
              ProblemCode.CONDITION_EMPTY_VALUES),
          row(
              warning("condition-type-bool", "a Boolean is `true` or `false`")
                  .peers("parliament:MISMATCHED_TYPE_OPERATION_TO_NULL")
                  .issueCode("TYPE_MISMATCH_BOOLEAN"),
              ProblemCode.CONDITION_TYPE_BOOL),
          row(
              warning("condition-type-number", "a number is written in decimal digits")
                  .peers("parliament:MISMATCHED_TYPE")
                  .issueCode("TYPE_MISMATCH_NUMBER"),
              ProblemCode.CONDITION_TYPE_NUMBER),
          row(
              warning("condition-type-date", "a date is written as ISO 8601 or in seconds")
                  .peers("parliament:MISMATCHED_TYPE")
                  .issueCode("TYPE_MISMATCH_DATE"),
              ProblemCode.CONDITION_TYPE_DATE),
          row(
              error("condition-type-ip", "an address is written as an address or a block")
                  .peers("parliament:MISMATCHED_TYPE", "boogy:invalid_ip_cidr_format")
                  .issueCode("TYPE_MISMATCH_IP_RANGE"),
              ProblemCode.CONDITION_TYPE_IP),
          row(
              warning("condition-type-binary", "binary data is written in base64")
                  .peers("parliament:MISMATCHED_TYPE")
                  .issueCode("TYPE_MISMATCH_STRING"),
              ProblemCode.CONDITION_TYPE_BINARY),
          row(
              error("condition-arn-value", "a value under an ARN operator is an ARN pattern")
                  .peers("boogy:invalid_arn_format_for_operator"),
              ProblemCode.CONDITION_ARN_VALUE),
          // Variables.
          row(
              error("variable-brace", "a policy variable ends with a brace")
                  .issueCode("MISSING_BRACE_IN_VARIABLE"),
              ProblemCode.VARIABLE_BRACE),
          row(
              error("variable-quote", "a variable's default stands in single quotes")
                  .issueCode("MISSING_QUOTE_IN_VARIABLE"),
              ProblemCode.VARIABLE_QUOTE),
          row(
              error("variable-space", "a variable's name has no white space")
                  .issueCode("UNSUPPORTED_SPACE_IN_VARIABLE"),
              ProblemCode.VARIABLE_SPACE),
          row(
              error("variable-empty", "a policy variable names a condition key")
                  .issueCode("EMPTY_VARIABLE"),
              ProblemCode.VARIABLE_EMPTY),
          row(
              error("variable-element", "no variable is replaced in this element")
                  .issueCode("VARIABLE_UNSUPPORTED_IN_ELEMENT")
                  .insteadOf("sid-characters", "principal-value-invalid", "arn-variable-position"),
              ProblemCode.VARIABLE_ELEMENT),
          row(
              error("variable-operator", "no variable is replaced under this operator")
                  .issueCode("INVALID_VARIABLE_FOR_OPERATOR")
                  .insteadOf(
                      "condition-type-bool",
                      "condition-type-number",
                      "condition-type-date",
                      "condition-type-ip",
                      "condition-type-binary"),
              ProblemCode.VARIABLE_OPERATOR));

  private ReaderProblems() {}

  private static Rule row(RuleInfo info, ProblemCode code) {
    return ReaderProblem.of(info, code);
  }
}
