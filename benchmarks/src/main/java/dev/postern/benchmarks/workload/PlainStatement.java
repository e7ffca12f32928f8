package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;

/**
 * A statement as a plain value.
 *
 * @param sid empty where it has none
 * @param allow whether it allows, or else denies
 * @param principals kinds and their values; {@code "*"} stands as {@code "*"} of kind {@code "*"},
 *     and nothing stands here where the policy has no principals
 * @param spares whether {@code actions} are those of {@code NotAction}
 * @param actions patterns of actions
 * @param resources patterns of resources
 * @param conditions all of which must hold
 */
public record PlainStatement(
    String sid,
    boolean allow,
    ImmutableListMultimap<String, String> principals,
    boolean spares,
    ImmutableList<String> actions,
    ImmutableList<String> resources,
    ImmutableList<PlainCondition> conditions) {
  /** Every principal, as JSON writes it with a bare star. */
  public static final String ANYONE = "*";

  /** Allows actions on resources. */
  public static PlainStatement allow(Iterable<String> actions, String... resources) {
    return plain(true, actions, resources);
  }

  /** Denies actions on resources. */
  public static PlainStatement deny(Iterable<String> actions, String... resources) {
    return plain(false, actions, resources);
  }

  private static PlainStatement plain(
      boolean allow, Iterable<String> actions, String... resources) {
    return new PlainStatement(
        "",
        allow,
        ImmutableListMultimap.of(),
        false,
        ImmutableList.copyOf(actions),
        ImmutableList.copyOf(resources),
        ImmutableList.of());
  }

  /** The same statement with a name. */
  public PlainStatement named(String other) {
    return new PlainStatement(other, allow, principals, spares, actions, resources, conditions);
  }

  /** The same statement under these conditions alone. */
  public PlainStatement when(Iterable<PlainCondition> others) {
    return new PlainStatement(
        sid, allow, principals, spares, actions, resources, ImmutableList.copyOf(others));
  }

  /** The same statement on other resources. */
  public PlainStatement on(Iterable<String> others) {
    return new PlainStatement(
        sid, allow, principals, spares, actions, ImmutableList.copyOf(others), conditions);
  }
}
