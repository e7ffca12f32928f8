package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import java.util.Locale;

/**
 * Services whose resource policies have no {@code Resource}: the resource is the one that the
 * policy is attached to. Amazon ECR: "Private repository policies".
 */
final class ImpliedResource {
  private ImpliedResource() {}

  /** Whether every action of the statement belongs to such a service. */
  static boolean covers(JsonObject statement) {
    return statement.get("Action").filter(ImpliedResource::isOfRepositories).isPresent();
  }

  private static boolean isOfRepositories(JsonValue action) {
    if (action instanceof JsonArray list) {
      return !list.elements().isEmpty()
          && list.elements().stream().allMatch(ImpliedResource::isOfRepositories);
    }
    if (!(action instanceof JsonString string)) {
      return false;
    }
    String folded = string.text().toLowerCase(Locale.ROOT);
    return folded.startsWith("ecr:") || folded.startsWith("ecr-public:");
  }
}
