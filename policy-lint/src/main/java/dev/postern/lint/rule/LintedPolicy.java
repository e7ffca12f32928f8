package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policy that is linted, as rules see it. */
public final class LintedPolicy {
  private final PolicyDocument document;
  private final @Nullable JsonValue json;
  private final boolean refused;

  private LintedPolicy(PolicyDocument document, @Nullable JsonValue json, boolean refused) {
    this.document = document;
    this.json = json;
    this.refused = refused;
  }

  /**
   * A policy for rules to read.
   *
   * @param document what could be read of it
   * @param json the JSON it was read from, where there is one
   * @param refused whether AWS would not store it
   */
  public static LintedPolicy of(
      PolicyDocument document, Optional<JsonValue> json, boolean refused) {
    return new LintedPolicy(document, json.orElse(null), refused);
  }

  /** What could be read; of a refused policy, statements may be missing. */
  public PolicyDocument document() {
    return document;
  }

  /** Its type. */
  public PolicyType type() {
    return document.type();
  }

  /** The JSON behind it; empty where the text is not JSON. */
  public Optional<JsonValue> json() {
    return Optional.ofNullable(json);
  }

  /** The JSON value under a pointer of the text that the policy stands in. */
  public Optional<JsonValue> at(JsonPointer pointer) {
    if (json == null) {
      return Optional.empty();
    }
    ImmutableList<Step> steps = pointer.steps();
    int depth = json.span().pointer().steps().size();
    Optional<JsonValue> value = steps.size() < depth ? Optional.empty() : Optional.of(json);
    for (Step step : steps.subList(Math.min(depth, steps.size()), steps.size())) {
      value = value.flatMap(outer -> into(outer, step));
    }
    return value;
  }

  private static Optional<JsonValue> into(JsonValue outer, Step step) {
    if (step instanceof Step.Member member) {
      return outer instanceof JsonObject object ? object.get(member.name()) : Optional.empty();
    }
    int index = ((Step.Element) step).index();
    return outer instanceof JsonArray array && index < array.elements().size()
        ? Optional.of(array.elements().get(index))
        : Optional.empty();
  }

  /** Whether AWS would not store it, so that {@link #document} may be a part of it only. */
  public boolean isRefused() {
    return refused;
  }

  /** Where it stands as a whole. */
  public SourceSpan span() {
    return json == null ? document.source().whole() : json.span();
  }
}
