package dev.postern.catalog;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the values of a condition key are. AWS: "Actions, resources, and condition keys for AWS
 * services", the types of condition keys.
 */
public enum ValueType {
  /** Characters. */
  STRING("String", 's', Domain.STRING),
  /** ARNs. */
  ARN("ARN", 'a', Domain.ARN, Domain.STRING),
  /** {@code true} and {@code false}. */
  BOOL("Bool", 'b', Domain.BOOL),
  /** Numbers. */
  NUMERIC("Numeric", 'n', Domain.NUMERIC),
  /** Instants. */
  DATE("Date", 'd', Domain.DATE),
  /** Addresses. */
  IP_ADDRESS("IPAddress", 'i', Domain.IP_ADDRESS),
  /** Octets. */
  BINARY("Binary", 'y', Domain.BINARY);

  private final String label;
  private final char letter;
  private final ImmutableSet<BaseOperator> operators;

  ValueType(String label, char letter, Domain... domains) {
    this.label = label;
    this.letter = letter;
    ImmutableSet<Domain> compared = ImmutableSet.copyOf(domains);
    this.operators =
        Arrays.stream(BaseOperator.values())
            .filter(
                operator -> operator == BaseOperator.NULL || compared.contains(operator.domain()))
            .collect(Sets.toImmutableEnumSet());
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
    return operators;
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
