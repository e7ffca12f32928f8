package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.ConditionKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys of a request, by name in lower case. Where a tag key stands in two spellings,
 * a reference may bind to either; then there is one such context for each choice.
 */
final class RequestContext {
  /** A request without a single key. */
  static final RequestContext EMPTY = new RequestContext(ImmutableMap.of());

  private static final int MOST_CHOICES = 64;

  private final ImmutableMap<String, ContextKeyState> states;

  private RequestContext(ImmutableMap<String, ContextKeyState> states) {
    this.states = states;
  }

  /**
   * The contexts of a request: one, but for tag keys that differ by letter case.
   *
   * @throws InvalidRequestException if a key has a shape that it never has
   */
  static ImmutableList<RequestContext> allOf(
      ImmutableList<AuthorizationRequest.Entry> given, Map<String, ContextKeyState> implied) {
    Map<String, ImmutableMap<String, ContextKeyState>> variants = new LinkedHashMap<>();
    for (AuthorizationRequest.Entry entry : given) {
      String folded = entry.key().folded();
      ImmutableMap<String, ContextKeyState> known =
          variants.getOrDefault(folded, ImmutableMap.of());
      checkVariants(entry.key(), known);
      variants.put(
          folded,
          ImmutableMap.<String, ContextKeyState>builder()
              .putAll(known)
              .put(entry.key().text(), state(entry))
              .buildOrThrow());
    }
    ImmutableList<Map<String, ContextKeyState>> choices =
        ImmutableList.of(new LinkedHashMap<>(implied));
    for (Map.Entry<String, ImmutableMap<String, ContextKeyState>> key : variants.entrySet()) {
      choices = choose(choices, key.getKey(), key.getValue().values().asList());
    }
    return choices.stream()
        .map(choice -> new RequestContext(ImmutableMap.copyOf(choice)))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Map<String, ContextKeyState>> choose(
      ImmutableList<Map<String, ContextKeyState>> choices,
      String key,
      ImmutableList<ContextKeyState> variants) {
    if (choices.size() * variants.size() > MOST_CHOICES) {
      throw new InvalidRequestException("too many tag keys that differ by letter case only");
    }
    ImmutableList.Builder<Map<String, ContextKeyState>> next = ImmutableList.builder();
    for (Map<String, ContextKeyState> choice : choices) {
      for (ContextKeyState variant : variants) {
        Map<String, ContextKeyState> copy =
            variants.size() == 1 ? choice : new LinkedHashMap<>(choice);
        copy.put(key, variant);
        next.add(copy);
      }
    }
    return next.build();
  }

  /* COND-5: the tag part may differ by case, as tags of a resource may; what precedes it may not. */
  private static void checkVariants(ConditionKey key, ImmutableMap<String, ContextKeyState> known) {
    for (String other : known.keySet()) {
      int slash = key.text().indexOf('/');
      if (slash < 0 || !other.startsWith(key.text().substring(0, slash + 1))) {
        throw new InvalidRequestException(
            "the context holds `" + other + "` and `" + key.text() + "`, which are one key");
      }
    }
  }

  private static ContextKeyState state(AuthorizationRequest.Entry entry) {
    String folded = entry.key().folded();
    ImmutableList<String> values = entry.value().values();
    if (KeyFacts.isMultivalued(folded)) {
      return ContextKeyState.of(true, values);
    }
    boolean many = entry.value() instanceof ContextValue.Many;
    if (many && KeyFacts.isSingle(folded)) {
      if (values.size() > 1) {
        throw new InvalidRequestException(
            "`" + entry.key() + "` holds one value, and the request gives " + values.size());
      }
      return ContextKeyState.of(false, values);
    }
    return ContextKeyState.of(many, values);
  }

  /** What is there under a key. */
  ContextKeyState state(ConditionKey key) {
    return states.getOrDefault(key.folded(), ContextKeyState.MISSING);
  }

  /** The value of a policy variable. A multivalued key has none, nor has an empty string. */
  Optional<String> variable(ConditionKey key) {
    ContextKeyState state = state(key);
    boolean usable = !state.multivalued() && state.presence() == ContextKeyState.Presence.PRESENT;
    return usable ? Optional.of(state.values().get(0)) : Optional.empty();
  }
}
