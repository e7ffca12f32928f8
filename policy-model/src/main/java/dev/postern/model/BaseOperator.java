package dev.postern.model;

import java.util.Locale;

/**
 * The condition operators without set prefix and suffix. AWS: "IAM JSON policy elements: Condition
 * operators".
 */
public enum BaseOperator {
  /** Same characters. */
  STRING_EQUALS("StringEquals", Domain.STRING, false),
  /** Not the same characters. */
  STRING_NOT_EQUALS("StringNotEquals", Domain.STRING, true),
  /** Same characters, letter case aside. */
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Domain.STRING, false),
  /** Not the same characters, letter case aside. */
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Domain.STRING, true),
  /** A wildcard match. */
  STRING_LIKE("StringLike", Domain.STRING, false),
  /** No wildcard match. */
  STRING_NOT_LIKE("StringNotLike", Domain.STRING, true),
  /** Same number. */
  NUMERIC_EQUALS("NumericEquals", Domain.NUMERIC, false),
  /** Not the same number. */
  NUMERIC_NOT_EQUALS("NumericNotEquals", Domain.NUMERIC, true),
  /** Request below policy. */
  NUMERIC_LESS_THAN("NumericLessThan", Domain.NUMERIC, false),
  /** Request not above policy. */
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Domain.NUMERIC, false),
  /** Request above policy. */
  NUMERIC_GREATER_THAN("NumericGreaterThan", Domain.NUMERIC, false),
  /** Request not below policy. */
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Domain.NUMERIC, false),
  /** Same instant. */
  DATE_EQUALS("DateEquals", Domain.DATE, false),
  /** Not the same instant. */
  DATE_NOT_EQUALS("DateNotEquals", Domain.DATE, true),
  /** Request before policy. */
  DATE_LESS_THAN("DateLessThan", Domain.DATE, false),
  /** Request not after policy. */
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Domain.DATE, false),
  /** Request after policy. */
  DATE_GREATER_THAN("DateGreaterThan", Domain.DATE, false),
  /** Request not before policy. */
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Domain.DATE, false),
  /** Same truth value. */
  BOOL("Bool", Domain.BOOL, false),
  /** Same octets. */
  BINARY_EQUALS("BinaryEquals", Domain.BINARY, false),
  /** An address within a CIDR block. */
  IP_ADDRESS("IpAddress", Domain.IP_ADDRESS, false),
  /** An address outside of it. */
  NOT_IP_ADDRESS("NotIpAddress", Domain.IP_ADDRESS, true),
  /** An ARN by fields, with wildcards. */
  ARN_EQUALS("ArnEquals", Domain.ARN, false),
  /** Not so. */
  ARN_NOT_EQUALS("ArnNotEquals", Domain.ARN, true),
  /** The same as {@link #ARN_EQUALS}. */
  ARN_LIKE("ArnLike", Domain.ARN, false),
  /** The same as {@link #ARN_NOT_EQUALS}. */
  ARN_NOT_LIKE("ArnNotLike", Domain.ARN, true),
  /** Whether the key is absent. */
  NULL("Null", Domain.PRESENCE, false);

  /** What kind of value an operator compares. */
  public enum Domain {
    /** Characters. */
    STRING,
    /** Decimals. */
    NUMERIC,
    /** Instants. */
    DATE,
    /** Truth values. */
    BOOL,
    /** Octets. */
    BINARY,
    /** Addresses and CIDR blocks. */
    IP_ADDRESS,
    /** ARNs. */
    ARN,
    /** Whether there is a value at all. */
    PRESENCE;

    /** Whether policy variables are replaced in values under operators of this domain. */
    public boolean takesVariables() {
      return this == STRING || this == ARN;
    }

    /** For sentences: {@code string}, {@code ip address}. */
    public String describe() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final String text;
  private final Domain domain;
  private final boolean negated;

  BaseOperator(String text, Domain domain, boolean negated) {
    this.text = text;
    this.domain = domain;
    this.negated = negated;
  }

  /** As it stands in a policy. */
  public String text() {
    return text;
  }

  /** What it compares. */
  public Domain domain() {
    return domain;
  }

  /** Whether it holds when no listed value matches, and so when the key is absent. */
  public boolean negated() {
    return negated;
  }
}
