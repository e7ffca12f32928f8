package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.ContextValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request context: what the case gives, and what follows from the request. AWS: "AWS global
 * condition context keys", "Single-valued vs. multivalued context keys".
 */
final class ReferenceContext {
  private static final ImmutableSet<String> MULTIVALUED =
      ImmutableSet.of(
          "aws:calledvia",
          "aws:principalorgpaths",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths",
          "aws:vpceorgpaths",
          "aws:principalservicenameslist",
          "aws:tagkeys",
          "dynamodb:leadingkeys",
          "dynamodb:attributes",
          "kms:grantoperations",
          "kms:encryptioncontextkeys",
          "kms:resourcealiases",
          "sts:transitivetagkeys");

  private static final ImmutableSet<String> OF_THE_NETWORK =
      ImmutableSet.of(
          "aws:sourceip",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpcsourceip",
          "aws:sourcevpcarn",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths");

  private final Map<String, ContextValue> values;

  private ReferenceContext(Map<String, ContextValue> values) {
    this.values = values;
  }

  /**
   * The contexts that a request may have: one, unless tag keys differ by letter case alone. AWS:
   * then a reference may go to either.
   */
  static List<ReferenceContext> of(Case asked, Resource resource, Instant clock) {
    Map<String, List<ContextValue>> given = new LinkedHashMap<>();
    asked
        .context()
        .forEach(
            (key, value) ->
                given
                    .computeIfAbsent(ReferenceText.foldName(key), k -> new ArrayList<>())
                    .add(value));
    List<Map<String, ContextValue>> all = new ArrayList<>();
    all.add(new LinkedHashMap<>());
    given.forEach(
        (key, candidates) -> {
          List<Map<String, ContextValue>> longer = new ArrayList<>();
          for (ContextValue candidate : candidates) {
            for (Map<String, ContextValue> shorter : all) {
              Map<String, ContextValue> one = new LinkedHashMap<>(shorter);
              one.put(key, candidate);
              longer.add(one);
            }
          }
          all.clear();
          all.addAll(longer);
        });
    all.forEach(one -> implied(asked, resource, clock, one).forEach(one::putIfAbsent));
    return all.stream().map(ReferenceContext::new).toList();
  }

  /** AWS services bring no network of their own to the policies of a resource. */
  ReferenceContext withoutNetwork() {
    Map<String, ContextValue> others = new LinkedHashMap<>(values);
    others.keySet().removeAll(OF_THE_NETWORK);
    return new ReferenceContext(others);
  }

  /** The value of a key, whatever the letter case of its name. */
  Optional<ContextValue> value(String key) {
    return Optional.ofNullable(values.get(ReferenceText.foldName(key)));
  }

  /** It belongs to the key, not to how many values the request brings. */
  boolean isMultivalued(String key) {
    String name = ReferenceText.foldName(key);
    if (MULTIVALUED.contains(name) || name.endsWith(":amr")) {
      return true;
    }
    return !name.startsWith("aws:") && values.get(name) instanceof ContextValue.Many;
  }

  private static Map<String, ContextValue> implied(
      Case asked, Resource resource, Instant clock, Map<String, ContextValue> given) {
    Map<String, ContextValue> keys = new LinkedHashMap<>();
    ofRequester(asked.asker(), keys);
    put(keys, "aws:resourceaccount", resource.owner());
    put(keys, "aws:requestedregion", resource.region());
    if (asked.service().equals("kms")) {
      put(keys, "kms:calleraccount", asked.asker().account());
    }
    if (asked.service().equals("s3")) {
      put(keys, "s3:resourceaccount", resource.owner());
      String accessPoint = asked.circumstances().bucket().accessPoint();
      put(keys, "s3:dataaccesspointarn", accessPoint);
      put(
          keys,
          "s3:dataaccesspointaccount",
          accessPoint.isEmpty() ? "" : Resource.fields(accessPoint).get(4));
    }
    ofCalls(keys, given);
    ofTime(keys, clock, given);
    return keys;
  }

  private static void ofRequester(Asker asker, Map<String, ContextValue> keys) {
    switch (asker.kind()) {
      case USER -> {
        put(keys, "aws:principalarn", asker.text());
        put(keys, "aws:principaltype", "User");
        put(keys, "aws:userid", asker.uniqueId());
        put(keys, "aws:username", asker.name());
      }
      case ROOT -> {
        put(keys, "aws:principalarn", asker.text());
        put(keys, "aws:principaltype", "Account");
        put(keys, "aws:userid", asker.account());
      }
      case ROLE_SESSION, BARE_ROLE -> {
        put(keys, "aws:principalarn", asker.roleArn());
        put(keys, "aws:principaltype", "AssumedRole");
        if (asker.kind() == Asker.Kind.ROLE_SESSION && !asker.uniqueId().isEmpty()) {
          put(keys, "aws:userid", asker.uniqueId() + ":" + asker.name());
        }
      }
      case FEDERATED_USER -> {
        put(keys, "aws:principalarn", asker.text());
        put(keys, "aws:principaltype", "FederatedUser");
        put(keys, "aws:userid", asker.account() + ":" + asker.name());
      }
      case SERVICE -> {
        put(keys, "aws:principalservicename", asker.text());
        keys.put(
            "aws:principalservicenameslist", new ContextValue.Many(ImmutableList.of(asker.text())));
      }
      case ANONYMOUS -> {
        put(keys, "aws:principaltype", "Anonymous");
        put(keys, "aws:userid", "anonymous");
        put(keys, "aws:principalaccount", "anonymous");
      }
      case PROVIDER, CANONICAL -> {}
    }
    put(keys, "aws:principalaccount", asker.account());
    if (asker.kind() != Asker.Kind.ANONYMOUS) {
      put(keys, "aws:principalisawsservice", Boolean.toString(asker.kind() == Asker.Kind.SERVICE));
    }
  }

  private static void ofCalls(Map<String, ContextValue> keys, Map<String, ContextValue> given) {
    ContextValue calls = given.get("aws:calledvia");
    put(keys, "aws:viaawsservice", Boolean.toString(calls != null));
    if (calls != null && !calls.values().isEmpty()) {
      put(keys, "aws:calledviafirst", calls.values().get(0));
      put(keys, "aws:calledvialast", calls.values().get(calls.values().size() - 1));
    }
  }

  private static void ofTime(
      Map<String, ContextValue> keys, Instant clock, Map<String, ContextValue> given) {
    Instant now = clock;
    if (given.get("aws:currenttime") instanceof ContextValue.Single time) {
      now = OffsetDateTime.parse(time.text()).toInstant();
    } else if (given.get("aws:epochtime") instanceof ContextValue.Single time) {
      now = Instant.ofEpochSecond(Long.parseLong(time.text()));
    }
    put(keys, "aws:currenttime", now.toString());
    put(keys, "aws:epochtime", Long.toString(now.getEpochSecond()));
  }

  private static void put(Map<String, ContextValue> keys, String key, String value) {
    if (!value.isEmpty()) {
      keys.put(key, new ContextValue.Single(value));
    }
  }
}
