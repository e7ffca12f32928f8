package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.Condition;
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
import java.util.function.Function;
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
  private final Catalog catalog;
  private final IdentityHashMap<Statement, ImmutableList<ActionDefinition>> actions =
      new IdentityHashMap<>();

  private final IdentityHashMap<Statement, ImmutableSet<String>> names = new IdentityHashMap<>();
  private final IdentityHashMap<Condition, Optional<KeyUse>> use = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, ImmutableList<KeyUse>> uses = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, ResourceReach> reaches = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, StatementInclusion> inclusions = new IdentityHashMap<>();
  private final Map<ArnPattern, Optional<Arn>> arns = new HashMap<>();
  private final Map<Arn, ImmutableList<ArnForm>> forms = new HashMap<>();
  private final Map<ActionPattern, Optional<MissingAction>> missing = new HashMap<>();

  private LintedPolicy(PolicyDocument document, @Nullable JsonValue json, Background background) {
    this.document = document;
    this.json = json;
    this.background = background;
    this.catalog = new AskedCatalog(background.catalog());
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
    return catalog;
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
    if (element instanceof ActionElement.Action && element.patterns().size() == 1) {
      return catalog().expand(element.patterns().get(0).value().text());
    }
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

  /** The full names of {@link #actions}. */
  ImmutableSet<String> actionNames(Statement statement) {
    return names.computeIfAbsent(statement, this::names);
  }

  private ImmutableSet<String> names(Statement statement) {
    ImmutableList<ActionDefinition> actions = actions(statement);
    ImmutableSet.Builder<String> full = ImmutableSet.builderWithExpectedSize(actions.size());
    for (ActionDefinition action : actions) {
      full.add(action.fullName());
    }
    return full.build();
  }

  /* Several rules ask the same of each condition, statement, ARN and entry. */

  Optional<KeyUse> use(
      Condition condition, BiFunction<Condition, LintedPolicy, Optional<KeyUse>> make) {
    return use.computeIfAbsent(condition, each -> make.apply(each, this));
  }

  ImmutableList<KeyUse> uses(
      Statement statement, BiFunction<Statement, LintedPolicy, ImmutableList<KeyUse>> make) {
    return uses.computeIfAbsent(statement, each -> make.apply(each, this));
  }

  ResourceReach reach(Statement statement, Function<Statement, ResourceReach> make) {
    return reaches.computeIfAbsent(statement, make);
  }

  StatementInclusion inclusion(Statement statement, Function<Statement, StatementInclusion> make) {
    return inclusions.computeIfAbsent(statement, make);
  }

  Optional<Arn> arn(ArnPattern pattern, Function<ArnPattern, Optional<Arn>> read) {
    return arns.computeIfAbsent(pattern, read);
  }

  ImmutableList<ArnForm> forms(
      Arn arn, BiFunction<Arn, LintedPolicy, ImmutableList<ArnForm>> find) {
    return forms.computeIfAbsent(arn, each -> find.apply(each, this));
  }

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
