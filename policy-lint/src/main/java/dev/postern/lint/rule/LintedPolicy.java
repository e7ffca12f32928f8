package dev.postern.lint.rule;

import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policy that is linted, as rules see it. */
public final class LintedPolicy {
  private final PolicyDocument document;
  private final @Nullable JsonValue json;

  private LintedPolicy(PolicyDocument document, @Nullable JsonValue json) {
    this.document = document;
    this.json = json;
  }

  /** What came of reading one. */
  public static LintedPolicy of(PolicyReading reading) {
    return new LintedPolicy(reading.readablePart(), reading.json().orElse(null));
  }

  /** One that stands in no JSON text. */
  public static LintedPolicy of(PolicyDocument document) {
    return new LintedPolicy(document, null);
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
    return json == null ? Optional.empty() : Descent.from(json, pointer);
  }

  /** Where it stands as a whole. */
  public SourceSpan span() {
    return json == null ? document.source().whole() : json.span();
  }
}
