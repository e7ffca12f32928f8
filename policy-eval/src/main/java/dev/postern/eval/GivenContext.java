package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the condition keys that a request gives. Where a tag key stands in two spellings, a
 * reference may bind to either; then there is one map for each choice.
 */
final class GivenContext {
  private static final int MOST_CHOICES = 64;

  /** What AWS withholds from resource-side policies when a service calls. */
  private static final ImmutableSet<String> NETWORK =
      ImmutableSet.of(
          "aws:sourceip",
          "aws:sourcevpc",
          "aws:sourcevpcarn",
          "aws:sourcevpce",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths",
          "aws:vpcsourceip");

  private GivenContext() {}

  /**
   * The maps of a request, by name in lower case: one, but for tag keys that differ by letter case.
   *
   * @throws InvalidRequestException if a key has a shape that it never has
   */
  static ImmutableList<Map<String, ContextKeyState>> of(AuthorizationRequest request) {
    boolean service = request.requester() instanceof Requester.Service;
    Map<String, ContextKeyState> first = new HashMap<>();
    List<AuthorizationRequest.Entry> again = new ArrayList<>();
    for (AuthorizationRequest.Entry entry : request.entries()) {
      String folded = entry.folded();
      if (service && NETWORK.contains(folded)) {
        continue;
      }
      if (first.containsKey(folded)) {
        checkVariant(request, entry, folded);
        again.add(entry);
      } else {
        first.put(folded, state(entry, folded));
      }
    }
    return again.isEmpty() ? ImmutableList.of(first) : choices(first, again);
  }

  private static ImmutableList<Map<String, ContextKeyState>> choices(
      Map<String, ContextKeyState> first, List<AuthorizationRequest.Entry> again) {
    // Every variant of a key, chosen with every variant of the others.
    Map<String, List<ContextKeyState>> variants = new HashMap<>();
    for (AuthorizationRequest.Entry entry : again) {
      variants
          .computeIfAbsent(entry.folded(), folded -> new ArrayList<>(List.of(first.get(folded))))
          .add(state(entry, entry.folded()));
    }
    List<Map<String, ContextKeyState>> choices = new ArrayList<>();
    choices.add(first);
    for (Map.Entry<String, List<ContextKeyState>> key : variants.entrySet()) {
      List<Map<String, ContextKeyState>> next = new ArrayList<>();
      for (Map<String, ContextKeyState> choice : choices) {
        for (ContextKeyState variant : key.getValue()) {
          Map<String, ContextKeyState> copy = new HashMap<>(choice);
          copy.put(key.getKey(), variant);
          next.add(copy);
        }
      }
      if (next.size() > MOST_CHOICES) {
        throw new InvalidRequestException("too many tag keys that differ by letter case only");
      }
      choices = next;
    }
    return ImmutableList.copyOf(choices);
  }

  /* COND-5: the tag part may differ by case, as tags of a resource may; what precedes it may not. */
  private static void checkVariant(
      AuthorizationRequest request, AuthorizationRequest.Entry entry, String folded) {
    String key = entry.key().text();
    int slash = key.indexOf('/');
    for (AuthorizationRequest.Entry other : request.entries()) {
      boolean oneKey =
          !other.key().text().equals(key)
              && other.folded().equals(folded)
              && (slash < 0 || !other.key().text().startsWith(key.substring(0, slash + 1)));
      if (oneKey) {
        throw new InvalidRequestException(
            "the context holds `" + other.key() + "` and `" + key + "`, which are one key");
      }
    }
  }

  private static ContextKeyState state(AuthorizationRequest.Entry entry, String folded) {
    ContextValue value = entry.value();
    if (value instanceof ContextValue.Unknown) {
      return ContextKeyState.UNKNOWN;
    }
    if (KeyFacts.isMultivalued(folded)) {
      return ContextKeyState.of(true, value.values());
    }
    if (value instanceof ContextValue.Single single) {
      return ContextKeyState.single(single.text());
    }
    boolean many = value instanceof ContextValue.Many;
    if (many && KeyFacts.isSingle(folded)) {
      if (value.values().size() > 1) {
        throw new InvalidRequestException(
            "`"
                + entry.key()
                + "` holds one value, and the request gives "
                + value.values().size());
      }
      return ContextKeyState.of(false, value.values());
    }
    return ContextKeyState.of(many, value.values());
  }
}
