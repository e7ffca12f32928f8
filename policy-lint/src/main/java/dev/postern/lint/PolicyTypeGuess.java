package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses a policy's type from its elements, when nobody says it. A statement with a principal
 * belongs to a resource; one without a resource, whose actions all belong to assuming a role, to a
 * role. All else is an identity policy.
 */
public final class PolicyTypeGuess {
  private static final ImmutableSet<String> TRUST_ACTIONS =
      ImmutableSet.of("sts:tagsession", "sts:setsourceidentity", "sts:setcontext");

  private PolicyTypeGuess() {}

  /** The most likely type of a document; never an error, whatever the value is. */
  public static PolicyType of(JsonValue document) {
    ImmutableList<JsonObject> statements = statements(document);
    if (statements.stream().noneMatch(PolicyTypeGuess::hasPrincipal)) {
      return PolicyType.IDENTITY;
    }
    return statements.stream().allMatch(PolicyTypeGuess::isTrust)
        ? PolicyType.TRUST
        : PolicyType.RESOURCE;
  }

  private static ImmutableList<JsonObject> statements(JsonValue document) {
    if (!(document instanceof JsonObject object)) {
      return ImmutableList.of();
    }
    return object.get("Statement").map(PolicyTypeGuess::each).orElse(ImmutableList.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<JsonValue> each(JsonValue value) {
    return value instanceof JsonArray array ? array.elements() : ImmutableList.of(value);
  }

  private static boolean hasPrincipal(JsonObject statement) {
    return statement.get("Principal").isPresent() || statement.get("NotPrincipal").isPresent();
  }

  private static boolean isTrust(JsonObject statement) {
    Optional<JsonValue> action = statement.get("Action");
    return statement.get("Resource").isEmpty()
        && statement.get("NotResource").isEmpty()
        && action.isPresent()
        && each(action.get()).stream().allMatch(PolicyTypeGuess::isTrustAction);
  }

  private static boolean isTrustAction(JsonValue action) {
    if (!(action instanceof JsonString string)) {
      return false;
    }
    String folded = string.text().toLowerCase(Locale.ROOT);
    return folded.startsWith("sts:assume") || TRUST_ACTIONS.contains(folded);
  }
}
