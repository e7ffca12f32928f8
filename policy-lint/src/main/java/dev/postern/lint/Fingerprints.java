package dev.postern.lint;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fingerprints of version 1: rule, policy, what the statement says without its Sid, and what stands
 * at the place. Indices are left out, so that order does not matter.
 */
final class Fingerprints {
  private static final String VERSION = "v1:";
  private static final int DIGITS = 32;

  private final String policyName;
  private final int rootDepth;
  /*
   * Both are filled once a policy, not once a finding: a hostile policy has a finding a line, and
   * looking each up from the root would take quadratic time.
   */
  private final Map<JsonPointer, JsonValue> values = new HashMap<>();
  private final Map<JsonPointer, String> statements = new HashMap<>();

  Fingerprints(LintedPolicy policy, String identity) {
    this.policyName = identity.replace('\\', '/');
    this.rootDepth = policy.span().pointer().steps().size();
    policy.json().ifPresent(this::index);
  }

  private void index(JsonValue value) {
    values.put(value.span().pointer(), value);
    if (value instanceof JsonObject object) {
      object.members().forEach(member -> index(member.value()));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(this::index);
    }
  }

  /** Of a finding in a setting: the rule, the setting, and what stands there. */
  static String of(String rule, String identity, String text) {
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, rule);
    put(hasher, identity.replace('\\', '/'));
    put(hasher, text);
    return VERSION + hasher.hash().toString().substring(0, DIGITS);
  }

  String of(String rule, JsonPointer pointer) {
    ImmutableList<Step> path = pointer.steps();
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, rule);
    put(hasher, policyName);
    Optional<JsonPointer> statement = statementOf(path);
    put(hasher, statement.map(this::statement).orElse(""));
    for (Step step : path.subList(Math.min(rootDepth, path.size()), path.size())) {
      if (step instanceof Step.Member member) {
        put(hasher, Ascii.toLowerCase(member.name()));
      }
    }
    put(hasher, valueAt(pointer, path));
    return VERSION + hasher.hash().toString().substring(0, DIGITS);
  }

  /* Each text with its end, so that no two lists of texts look alike. */
  private static void put(Hasher hasher, String text) {
    hasher.putString(text, StandardCharsets.UTF_8).putByte((byte) 0);
  }

  /** The statement that a place belongs to: {@code /Statement/3/…}, or {@code /Statement/…}. */
  private Optional<JsonPointer> statementOf(ImmutableList<Step> path) {
    if (path.size() <= rootDepth || !isMember(path.get(rootDepth), "Statement")) {
      return Optional.empty();
    }
    boolean listed = path.size() > rootDepth + 1 && path.get(rootDepth + 1) instanceof Step.Element;
    JsonPointer pointer = JsonPointer.ROOT;
    for (Step step : path.subList(0, rootDepth + (listed ? 2 : 1))) {
      pointer =
          step instanceof Step.Member member
              ? pointer.member(member.name())
              : pointer.element(((Step.Element) step).index());
    }
    return values.get(pointer) instanceof JsonObject ? Optional.of(pointer) : Optional.empty();
  }

  private static boolean isMember(Step step, String name) {
    return step instanceof Step.Member member && member.name().equals(name);
  }

  private String statement(JsonPointer pointer) {
    return statements.computeIfAbsent(
        pointer,
        key ->
            values.get(key) instanceof JsonObject statement
                ? Hashing.sha256()
                    .hashString(CanonicalForm.ofStatement(statement), StandardCharsets.UTF_8)
                    .toString()
                : "");
  }

  /*
   * The document and the list of statements are no part of it: adding a statement would change them.
   * Neither is a Sid.
   */
  private String valueAt(JsonPointer pointer, ImmutableList<Step> path) {
    JsonValue value = values.get(pointer);
    if (value == null || path.isEmpty() || isMember(path.get(path.size() - 1), "Sid")) {
      return "";
    }
    boolean container = value instanceof JsonObject || value instanceof JsonArray;
    /*
     * What a container of a statement holds is part of the statement's form already, and so is the
     * letter case where it matters.
     */
    return container ? "" : Ascii.toLowerCase(CanonicalForm.ofScalar(value));
  }
}
