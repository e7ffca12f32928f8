package dev.postern.model.source;

import java.util.Locale;

/**
 * What can be wrong with a document. Ids are stable and are also the ids of the lint rules that
 * report them.
 *
 * <p>A code has one of three stances. {@linkplain Stance#REFUSED Refused}: AWS does not store such
 * a document and neither mode reads it. {@linkplain Stance#REFUSED_UNLESS_LENIENT Refused unless
 * lenient}: AWS does not store it today but may have stored it once, and its meaning is known or is
 * decided on the safe side. {@linkplain Stance#NOTED Noted}: AWS stores it, and it does not do what
 * its author most likely means.
 */
public enum ProblemCode {
  /** The text is not JSON by RFC 8259, or not UTF-8. */
  JSON_SYNTAX(Stance.REFUSED),
  /** The same member name twice in one object. */
  JSON_DUPLICATE_KEY(Stance.REFUSED),
  /** Text behind the end of the document. */
  JSON_TRAILING_DATA(Stance.REFUSED),
  /** The text is longer than the reader's limit. */
  LIMIT_SIZE(Stance.REFUSED),
  /** Objects and arrays nest deeper than the reader's limit. */
  LIMIT_DEPTH(Stance.REFUSED),
  /** A string is longer than the reader's limit. */
  LIMIT_STRING(Stance.REFUSED),
  /** More values than the reader's limit. */
  LIMIT_ELEMENTS(Stance.REFUSED),
  /** The document is not a JSON object. */
  DOC_NOT_OBJECT(Stance.REFUSED),

  /** A member that no policy document has. */
  ELEMENT_UNKNOWN(Stance.REFUSED),
  /** A known member in other letter case, or in the plural. */
  ELEMENT_WRONG_CASE(Stance.REFUSED),
  /** A value of the wrong JSON type. */
  ELEMENT_TYPE(Stance.REFUSED),
  /** An element together with its {@code Not…} twin. */
  ELEMENT_CONFLICT(Stance.REFUSED),
  /** No {@code Statement}. */
  STATEMENT_MISSING(Stance.REFUSED),
  /** No {@code Effect}. */
  EFFECT_MISSING(Stance.REFUSED),
  /** An {@code Effect} other than {@code Allow} and {@code Deny}. */
  EFFECT_INVALID(Stance.REFUSED),
  /** A {@code Version} other than the two that exist. */
  VERSION_INVALID(Stance.REFUSED),
  /**
   * No {@code Version}. Refused in a resource control policy only; elsewhere the reader is silent.
   */
  VERSION_MISSING(Stance.REFUSED),
  /** Version 2008-10-17 in a resource control policy; elsewhere the reader is silent. */
  VERSION_OLD(Stance.REFUSED),
  /** An {@code Id} in a policy type whose grammar has none. */
  ID_UNEXPECTED(Stance.NOTED),

  /** Neither {@code Action} nor {@code NotAction}. */
  ACTION_MISSING(Stance.REFUSED),
  /** An action that is neither {@code *} nor {@code prefix:Name}. */
  ACTION_FORMAT(Stance.REFUSED),
  /** White space, a comma or a control character in an action. */
  STRING_STRAY_SPACE(Stance.REFUSED),

  /** Neither {@code Resource} nor {@code NotResource} where the policy type requires one. */
  RESOURCE_MISSING(Stance.REFUSED),
  /**
   * The same where AWS stores the statement: it is inert, or covers the resource it is attached to.
   */
  RESOURCE_ABSENT(Stance.NOTED, "resource-missing"),
  /** {@code Resource} or {@code NotResource} in a trust policy. */
  TRUST_RESOURCE(Stance.REFUSED),
  /** A resource that does not start with {@code arn:}. */
  ARN_PREFIX(Stance.REFUSED_UNLESS_LENIENT),
  /** A resource with fewer than six fields. */
  ARN_FIELDS(Stance.REFUSED_UNLESS_LENIENT),
  /** A policy variable before the fifth colon; at least one policy that AWS manages has one. */
  ARN_VARIABLE_POSITION(Stance.REFUSED_UNLESS_LENIENT),

  /** Neither {@code Principal} nor {@code NotPrincipal} where the policy type requires one. */
  PRINCIPAL_MISSING(Stance.REFUSED_UNLESS_LENIENT),
  /** A principal element in an identity, boundary or session policy. */
  PRINCIPAL_NOT_ALLOWED(Stance.REFUSED),
  /** A principal element in a service control policy. */
  SCP_PRINCIPAL(Stance.REFUSED),
  /** {@code NotPrincipal} in a trust policy. */
  TRUST_NOTPRINCIPAL(Stance.REFUSED),
  /** {@code NotPrincipal} with {@code Allow}. */
  NOTPRINCIPAL_ALLOW(Stance.REFUSED_UNLESS_LENIENT),
  /** {@code NotPrincipal} in a key policy, which no page describes. */
  KMS_NOTPRINCIPAL(Stance.NOTED),
  /** {@code Principal} is a string other than {@code *}, or an array. */
  PRINCIPAL_FORMAT(Stance.REFUSED),
  /** A principal kind other than AWS, Service, Federated and CanonicalUser. */
  PRINCIPAL_KEY_UNKNOWN(Stance.REFUSED),
  /** A principal that can match nobody. */
  PRINCIPAL_VALUE_INVALID(Stance.NOTED),
  /** A wildcard inside a principal, where it is an ordinary character. */
  PRINCIPAL_PARTIAL_WILDCARD(Stance.NOTED),
  /** A group, which is never a principal. */
  PRINCIPAL_GROUP(Stance.NOTED),
  /** A canonical user where the policy type knows none. */
  PRINCIPAL_CANONICAL_UNSUPPORTED(Stance.REFUSED),

  /** {@code Action: []}. */
  EMPTY_ACTION(Stance.NOTED),
  /** {@code Resource: []}. */
  EMPTY_RESOURCE(Stance.NOTED),
  /** A principal kind with an empty list. */
  EMPTY_PRINCIPAL_ARRAY(Stance.NOTED),
  /** {@code Principal: {}}. */
  EMPTY_PRINCIPAL_OBJECT(Stance.NOTED),
  /** {@code Condition: {}}. */
  EMPTY_CONDITION(Stance.NOTED),
  /** A condition operator with no keys. */
  EMPTY_CONDITION_OPERATOR(Stance.NOTED),
  /** A condition key with no values. */
  CONDITION_EMPTY_VALUES(Stance.NOTED),
  /** {@code NotAction}, {@code NotResource} or {@code NotPrincipal} of nothing. */
  EMPTY_NOT_LIST(Stance.NOTED),

  /** Not a condition operator. */
  CONDITION_OPERATOR_UNKNOWN(Stance.REFUSED_UNLESS_LENIENT),
  /** {@code NullIfExists}, which does not exist. */
  CONDITION_NULL_IFEXISTS(Stance.REFUSED),
  /** {@code Null} with a set prefix: the same answer whatever the request. */
  CONDITION_NULL_QUALIFIER(Stance.NOTED),
  /** A condition key without a colon. */
  CONDITION_KEY_FORMAT(Stance.NOTED),
  /** One condition key twice under one operator, in different letter case. */
  CONDITION_KEY_DUPLICATE_CASE(Stance.REFUSED),
  /** A Bool or Null value other than true and false. */
  CONDITION_TYPE_BOOL(Stance.NOTED),
  /** A value under a numeric operator that is no number. */
  CONDITION_TYPE_NUMBER(Stance.NOTED),
  /** A value under a date operator that is no date. */
  CONDITION_TYPE_DATE(Stance.NOTED),
  /** A value under an address operator that is neither an address nor a CIDR block. */
  CONDITION_TYPE_IP(Stance.NOTED),
  /** A value under BinaryEquals that is not base64. */
  CONDITION_TYPE_BINARY(Stance.NOTED),
  /** A value under an ARN operator that is no ARN pattern of six fields. */
  CONDITION_ARN_VALUE(Stance.NOTED),

  /** <code>${</code> without <code>}</code>. */
  VARIABLE_BRACE(Stance.REFUSED),
  /** A variable's default that is not in single quotes. */
  VARIABLE_QUOTE(Stance.REFUSED),
  /** White space in a variable's name. */
  VARIABLE_SPACE(Stance.REFUSED),
  /** <code>${}</code>: nothing between the braces. */
  VARIABLE_EMPTY(Stance.REFUSED),
  /** A variable where none is replaced: the text stays literal. */
  VARIABLE_ELEMENT(Stance.NOTED),
  /** A variable under an operator that replaces none: the text stays literal. */
  VARIABLE_OPERATOR(Stance.NOTED),

  /** Another principal than {@code *} in a resource control policy. */
  RCP_PRINCIPAL(Stance.REFUSED),
  /** {@code Allow} in a resource control policy that is not RCPFullAWSAccess. */
  RCP_ALLOW(Stance.REFUSED),
  /** {@code NotAction} in a resource control policy. */
  RCP_NOTACTION(Stance.REFUSED),
  /** {@code *} alone as an action of a resource control policy. */
  RCP_ACTION_SERVICE(Stance.REFUSED),

  /** A field of a scenario, request or setting that does not exist. */
  SCENARIO_UNKNOWN_FIELD(Stance.REFUSED),
  /** A field of a scenario that is required and not there. */
  SCENARIO_MISSING_FIELD(Stance.REFUSED),
  /** A value of a scenario that has the wrong type or form. */
  SCENARIO_VALUE(Stance.REFUSED),
  /** A file that a scenario names cannot be read. */
  SCENARIO_FILE(Stance.REFUSED),
  /** Facts of a scenario that contradict each other or cannot exist at AWS. */
  SCENARIO_CONTRADICTION(Stance.REFUSED),
  /** What this version does not decide. */
  SCENARIO_UNSUPPORTED(Stance.REFUSED),

  /** A text that is no sentence of the language of policy tests. */
  POLICYTEST_SYNTAX(Stance.REFUSED),
  /** A name in a policy test that nothing declares, or that is declared twice. */
  POLICYTEST_NAME(Stance.REFUSED),
  /** A word in a policy test that means nothing in its place. */
  POLICYTEST_VALUE(Stance.REFUSED),

  /** A field of a configuration that does not exist. */
  CONFIGURATION_UNKNOWN_FIELD(Stance.REFUSED),
  /** A field of a configuration that is required and not there. */
  CONFIGURATION_MISSING_FIELD(Stance.REFUSED),
  /** A value of a configuration that has the wrong type or form. */
  CONFIGURATION_VALUE(Stance.REFUSED),
  /** A text that is not YAML. */
  YAML_SYNTAX(Stance.REFUSED),

  /** A part of what IAM tells of an account is missing, or has the wrong type. */
  ACCOUNT_INCOMPLETE(Stance.NOTED);

  /** What reading does about a problem. */
  public enum Stance {
    /** Neither mode reads the document. */
    REFUSED,
    /** The lenient mode reads it by the rules for stored oddities. */
    REFUSED_UNLESS_LENIENT,
    /** Both modes read it and say so. */
    NOTED
  }

  private final Stance stance;
  private final String id;

  ProblemCode(Stance stance) {
    this.stance = stance;
    this.id = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ProblemCode(Stance stance, String id) {
    this.stance = stance;
    this.id = id;
  }

  /** The stable id, such as {@code element-unknown}: also that of the lint rule. */
  public String id() {
    return id;
  }

  /** What reading does about it. */
  public Stance stance() {
    return stance;
  }

  /** Whether a document with this problem is refused in strict mode. */
  public boolean refuses() {
    return stance != Stance.NOTED;
  }
}
