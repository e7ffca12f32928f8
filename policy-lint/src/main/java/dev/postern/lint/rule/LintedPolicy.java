package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The policy that is linted, as rules see it, and what they may ask about it. Made for one walk of
 * one thread.
 */
public final class LintedPolicy {
  private static final Comparator<ActionDefinition> BY_NAME =
      Comparator.comparing(ActionDefinition::service)
          .thenComparing(ActionDefinition::name, String.CASE_INSENSITIVE_ORDER);

  private final PolicyDocument document;
  private final @Nullable JsonValue json;
  private final Background background;
  private final IdentityHashMap<Statement, ImmutableList<ActionDefinition>> actions =
      new IdentityHashMap<>();

  private final Map<ActionPattern, Optional<MissingAction>> missing = new HashMap<>();

  private LintedPolicy(PolicyDocument document, @Nullable JsonValue json, Background background) {
    this.document = document;
    this.json = json;
    this.background = background;
  }

  /** What came of reading one. */
  public static LintedPolicy of(PolicyReading reading, Background background) {
    return new LintedPolicy(reading.readablePart(), reading.json().orElse(null), background);
  }

  /** One that stands in no JSON text. */
  public static LintedPolicy of(PolicyDocument document, Background background) {
    return new LintedPolicy(document, null, background);
  }

  /** What exists at AWS. */
  public Catalog catalog() {
    return background.catalog();
  }

  /** What the owner of the policy expects beyond what is right for everybody. */
  public Expectations expectations() {
    return background.expectations();
  }

  /** Whose inline policy it is, where somebody said so. */
  InlineUse inline() {
    return background.inline();
  }

  /** The moment that rules on dates take for now. */
  public Instant now() {
    return background.clock().instant();
  }

  /**
   * The actions that exist and that a statement speaks of, by service and name: those that its
   * {@code Action} matches, or that its {@code NotAction} does not.
   */
  public ImmutableList<ActionDefinition> actions(Statement statement) {
    return actions.computeIfAbsent(statement, this::expand);
  }

  private ImmutableList<ActionDefinition> expand(Statement statement) {
    ActionElement element = statement.action().value();
    Set<ActionDefinition> named = new LinkedHashSet<>();
    for (Located<ActionPattern> pattern : element.patterns()) {
      named.addAll(catalog().expand(pattern.value().text()));
    }
    if (element instanceof ActionElement.Action) {
      return ImmutableList.sortedCopyOf(BY_NAME, named);
    }
    return catalog().expand("*").stream()
        .filter(action -> !named.contains(action))
        .collect(ImmutableList.toImmutableList());
  }

  /* Several rules ask the same of each entry. */
  Optional<MissingAction> missing(
      ActionPattern pattern,
      BiFunction<ActionPattern, LintedPolicy, Optional<MissingAction>> find) {
    return missing.computeIfAbsent(pattern, entry -> find.apply(entry, this));
  }

  /** Whether its {@code Allow} statements are meant to give access, and not to limit it. */
  public boolean isGrant() {
    return PolicyTypes.GRANTS.contains(type().kind());
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
