package dev.postern.catalog;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What the values of a condition key are. AWS: "Actions, resources, and condition keys for AWS
 * services", the types of condition keys.
 */
public enum ValueType {
  /** Characters. */
  STRING("String", 's', Domain.STRING, Domain.STRING),
  /** ARNs. */
  ARN("ARN", 'a', Domain.ARN, Domain.STRING),
  /** {@code true} and {@code false}. */
  BOOL("Bool", 'b', Domain.BOOL, Domain.BOOL),
  /** Numbers. */
  NUMERIC("Numeric", 'n', Domain.NUMERIC, Domain.NUMERIC),
  /** Instants. */
  DATE("Date", 'd', Domain.DATE, Domain.DATE),
  /** Addresses. */
  IP_ADDRESS("IPAddress", 'i', Domain.IP_ADDRESS, Domain.IP_ADDRESS),
  /** Octets. */
  BINARY("Binary", 'y', Domain.BINARY, Domain.BINARY);

  private final String label;
  private final char letter;
  private final Domain domain;
  private final Domain otherDomain;

  ValueType(String label, char letter, Domain domain, Domain otherDomain) {
    this.label = label;
    this.letter = letter;
    this.domain = domain;
    this.otherDomain = otherDomain;
  }

  /** As AWS writes it: {@code IPAddress}. */
  public String label() {
    return label;
  }

  /**
   * The operators that compare such values; set prefixes and {@code IfExists} aside. {@code Null}
   * compares none and fits all.
   */
  public ImmutableSet<BaseOperator> operators() {
    EnumSet<BaseOperator> operators = EnumSet.of(BaseOperator.NULL);
    for (BaseOperator operator : BaseOperator.values()) {
      if (operator.domain() == domain || operator.domain() == otherDomain) {
        operators.add(operator);
      }
    }
    return Sets.immutableEnumSet(operators);
  }

  /** The type that AWS writes so, letter case aside. */
  public static Optional<ValueType> parse(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equalsIgnoreCase(label)).findFirst();
  }

  /** Its letter in the catalog's file. */
  char letter() {
    return letter;
  }
}
