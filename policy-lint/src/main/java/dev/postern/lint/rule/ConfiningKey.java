package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import java.util.Optional;

/**
 * A condition key that confines a request to known callers or places, if its values are fixed.
 *
 * @param name in AWS's spelling
 * @param bound what it confines to
 * @param form what a fixed value of it looks like
 */
record ConfiningKey(String name, Bound bound, FixedForm form) {

  /** What a statement is confined to. */
  enum Bound {
    /** The members of organizations, or of parts of them. */
    ORGANIZATION,
    /** The principals of accounts. */
    ACCOUNT,
    /** Principals, or all of some account. */
    PRINCIPAL,
    /** AWS services, whoever they act for. */
    SERVICE,
    /** VPCs. */
    VPC,
    /** VPC endpoints, or all of some account or organization. */
    VPC_ENDPOINT,
    /** Access points, or all of some account. */
    ACCESS_POINT,
    /** Ranges of addresses. */
    ADDRESSES,
    /** The resources, accounts or organizations that a service acts for. */
    SOURCE,
    /** Who may use an encryption key. */
    KEY
  }

  private static final class Table {
    private static final ImmutableMap<String, ConfiningKey> BY_NAME =
        FactTable.read("confining-keys.tsv", 5).stream()
            .map(row -> new ConfiningKey(row.get(0), bound(row.get(1)), form(row.get(2))))
            .collect(toImmutableMap(key -> Ascii.toLowerCase(key.name), key -> key));
  }

  /** The confining key that a test is about. */
  static Optional<ConfiningKey> of(KeyUse use) {
    return Optional.ofNullable(Table.BY_NAME.get(use.foldedKey()));
  }

  /** Whether an operator compares a value with the key as the key's values want it. */
  boolean takes(BaseOperator operator) {
    return switch (form) {
      case ADDRESSES -> operator.domain() == Domain.IP_ADDRESS;
      case TRUE -> operator.domain() == Domain.BOOL || operator.domain() == Domain.STRING;
      default -> operator.domain() == Domain.STRING || operator.domain() == Domain.ARN;
    };
  }

  private static Bound bound(String word) {
    return Bound.valueOf(Ascii.toUpperCase(word).replace('-', '_'));
  }

  private static FixedForm form(String word) {
    return FixedForm.valueOf(Ascii.toUpperCase(word).replace('-', '_'));
  }
}
