package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PrincipalKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement that a {@link PolicyBuilder} is at. Values given in several calls are one list;
 * what JSON cannot say twice is refused when the policy is built. The next statement begins with
 * {@link #allow} or {@link #deny}. Not thread-safe.
 */
public final class StatementBuilder {
  /** One key under one operator. */
  private record Test(String key, ImmutableList<String> values) {}

  private final PolicyBuilder policy;
  private final String effect;
  private final String actionElement;
  private final ImmutableList<String> actions;
  private final List<String> sids = new ArrayList<>();
  private final List<String> everyone = new ArrayList<>();
  private final Map<String, Map<String, List<String>>> principals = new LinkedHashMap<>();
  private final Map<String, List<String>> resources = new LinkedHashMap<>();
  private final ListMultimap<String, Test> conditions = LinkedListMultimap.create();

  StatementBuilder(
      PolicyBuilder policy, String effect, String actionElement, ImmutableList<String> actions) {
    this.policy = policy;
    this.effect = effect;
    this.actionElement = actionElement;
    this.actions = actions;
  }

  /** {@code Sid}. */
  public StatementBuilder sid(String sid) {
    sids.add(sid);
    return this;
  }

  /** {@code "Principal": "*"}: everyone, anonymous requests and AWS services included. */
  public StatementBuilder toEveryone() {
    everyone.add("Principal");
    return this;
  }

  /** {@code Principal}, an entry of the given kind. */
  public StatementBuilder to(PrincipalKind kind, String... values) {
    return principals("Principal", kind, values);
  }

  /** {@code NotPrincipal}, an entry of the given kind; AWS supports it with {@code Deny} only. */
  public StatementBuilder toAllExcept(PrincipalKind kind, String... values) {
    return principals("NotPrincipal", kind, values);
  }

  private StatementBuilder principals(String element, PrincipalKind kind, String... values) {
    add(principals.computeIfAbsent(element, any -> new LinkedHashMap<>()), kind.text(), values);
    return this;
  }

  /* Naming no value at all is an empty list, as in JSON, and not the same as saying nothing. */
  private static void add(Map<String, List<String>> lists, String name, String... values) {
    lists.computeIfAbsent(name, any -> new ArrayList<>()).addAll(Arrays.asList(values));
  }

  /** {@code Resource}. */
  public StatementBuilder on(String... patterns) {
    add(resources, "Resource", patterns);
    return this;
  }

  /** {@code NotResource}. */
  public StatementBuilder onAllExcept(String... patterns) {
    add(resources, "NotResource", patterns);
    return this;
  }

  /**
   * {@code Condition}: one key under one operator. Conditions are joined by AND, values of one key
   * by OR.
   *
   * @param operator such as {@code StringEquals} or {@code ForAnyValue:StringLike}
   * @param key such as {@code aws:SourceIp}
   * @param values what the key is compared with
   */
  public StatementBuilder when(String operator, String key, String... values) {
    conditions.put(operator, new Test(key, ImmutableList.copyOf(values)));
    return this;
  }

  /** Begins the next statement, as {@link PolicyBuilder#allow} does. */
  public StatementBuilder allow(String... actions) {
    return policy.allow(actions);
  }

  /** Begins the next statement, as {@link PolicyBuilder#allowAllExcept} does. */
  public StatementBuilder allowAllExcept(String... actions) {
    return policy.allowAllExcept(actions);
  }

  /** Begins the next statement, as {@link PolicyBuilder#deny} does. */
  public StatementBuilder deny(String... actions) {
    return policy.deny(actions);
  }

  /** Begins the next statement, as {@link PolicyBuilder#denyAllExcept} does. */
  public StatementBuilder denyAllExcept(String... actions) {
    return policy.denyAllExcept(actions);
  }

  /**
   * The policy with this statement as its last.
   *
   * @throws PolicyRefusedException if AWS would not store it
   */
  public PolicyDocument build() {
    return policy.build();
  }

  void writeTo(JsonWriter json) {
    json.beginObject();
    sids.forEach(sid -> json.member("Sid", sid));
    json.member("Effect", effect);
    everyone.forEach(element -> json.member(element, "*"));
    principals.forEach(
        (element, kinds) -> {
          json.name(element).beginObject();
          kinds.forEach((kind, values) -> values(json, kind, values));
          json.endObject();
        });
    values(json, actionElement, actions);
    resources.forEach((element, patterns) -> values(json, element, patterns));
    if (!conditions.isEmpty()) {
      json.name("Condition").beginObject();
      conditions.asMap().forEach((operator, tests) -> operator(json, operator, tests));
      json.endObject();
    }
    json.endObject();
  }

  private static void operator(JsonWriter json, String operator, Collection<Test> tests) {
    json.name(operator).beginObject();
    tests.forEach(test -> values(json, test.key, test.values));
    json.endObject();
  }

  private static void values(JsonWriter json, String name, Collection<String> values) {
    if (values.size() == 1) {
      json.member(name, values.iterator().next());
    } else {
      json.member(name, values);
    }
  }
}
