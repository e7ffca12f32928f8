package dev.postern.examples.dynamodb;

import com.google.common.collect.ImmutableSet;

/**
 * What is asked of one table.
 *
 * @param action such as {@code dynamodb:Query}
 * @param table its name
 * @param keys every partition key that is touched; a scan names none
 * @param attributes the attributes that are asked for; none means all of them
 */
public record TableRequest(
    String action, String table, ImmutableSet<String> keys, ImmutableSet<String> attributes) {

  /** One row. */
  public static TableRequest getItem(String table, String key) {
    return new TableRequest("dynamodb:GetItem", table, ImmutableSet.of(key), ImmutableSet.of());
  }

  /** The rows under one partition key. */
  public static TableRequest query(String table, String key) {
    return new TableRequest("dynamodb:Query", table, ImmutableSet.of(key), ImmutableSet.of());
  }

  /**
   * The part of a batch that is about one table; a batch over several is decided table by table.
   */
  public static TableRequest batchGetItem(String table, String... keys) {
    return new TableRequest(
        "dynamodb:BatchGetItem", table, ImmutableSet.copyOf(keys), ImmutableSet.of());
  }

  /** All rows, of whomever. */
  public static TableRequest scan(String table) {
    return new TableRequest("dynamodb:Scan", table, ImmutableSet.of(), ImmutableSet.of());
  }

  /** The same request for some attributes. */
  public TableRequest only(String... names) {
    return new TableRequest(action, table, keys, ImmutableSet.copyOf(names));
  }
}
