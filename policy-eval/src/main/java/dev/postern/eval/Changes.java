package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionValue;
import dev.postern.model.source.Located;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for single facts that would change a verdict, by trying them. */
final class Changes {
  /** How many keys and how many values of each are tried: it is an explanation, not a search. */
  private static final int MOST_KEYS = 16;

  private static final int MOST_VALUES = 16;

  private final Decision decision;
  private final ImmutableList.Builder<Change> changes = ImmutableList.builder();

  private Changes(Decision decision) {
    this.decision = decision;
  }

  static ImmutableList<Change> of(Decision decision) {
    // Where two parts of a call fail, no change to one of them lets the whole pass.
    if (decision.parts().stream().filter(part -> !part.isAllowed()).count() > 1) {
      return ImmutableList.of();
    }
    Changes changes = new Changes(decision);
    changes.denies();
    changes.layers();
    changes.keys();
    return changes.changes.build();
  }

  /* EXP-4: whether only the denies of one type stand in the way. */
  private void denies() {
    if (!(decision.ruling() instanceof Ruling.Denied denied)) {
      return;
    }
    PreparedRequest request = decision.prepared();
    PolicySet policies = decision.policies();
    long tally = Tally.withoutDeny(DecisionProcedure.tally(request, policies), denied.layer());
    Ruling ruling = DecisionProcedure.rule(request, policies, tally, Readings.TAKEN);
    if (ruling.verdict() == Verdict.ALLOWED) {
      changes.add(new Change.LayerDoesNotDeny(denied.layer(), Verdict.ALLOWED));
    }
  }

  private void layers() {
    if (!(decision.ruling() instanceof Ruling.NoAllow silent)) {
      return;
    }
    PreparedRequest request = decision.prepared();
    PolicySet policies = decision.policies();
    long tally = DecisionProcedure.tally(request, policies);
    if (silent.layer() == Layer.RESOURCE) {
      GrantKind kind = ownKind(request.facts());
      tally = kind == null ? tally : Tally.grant(tally, kind.bit());
    }
    Verdict verdict =
        DecisionProcedure.rule(
                request, policies, Tally.allow(tally, silent.layer()), Readings.TAKEN)
            .verdict();
    if (verdict == Verdict.ALLOWED) {
      changes.add(new Change.LayerAllows(silent.layer(), verdict));
    }
  }

  /* The most particular way to name the requester. */
  private static @Nullable GrantKind ownKind(Facts facts) {
    return switch (facts.kind()) {
      case USER -> GrantKind.USER;
      case ROLE_SESSION -> GrantKind.ROLE;
      case FED_SESSION -> GrantKind.SESSION;
      case ROOT -> GrantKind.ROOT;
      case SERVICE -> GrantKind.SERVICE;
      case FEDERATED -> GrantKind.PROVIDER;
      case ANONYMOUS, CANONICAL -> GrantKind.WILDCARD;
    };
  }

  private void keys() {
    decision.missingKeys().stream().limit(MOST_KEYS).map(MissingKey::key).forEach(this::key);
  }

  /* One example a verdict is enough. */
  private void key(ConditionKey key) {
    Set<Verdict> shown = new LinkedHashSet<>();
    shown.add(decision.verdict());
    boolean unknown =
        decision.request().entries().stream()
            .anyMatch(
                entry ->
                    entry.folded().equals(key.folded())
                        && entry.value() instanceof ContextValue.Unknown);
    if (unknown) {
      Verdict absent = verdict(key, new ContextValue.Null());
      if (shown.add(absent)) {
        changes.add(new Change.KeyIsAbsent(key, absent));
      }
    }
    for (String text : candidates(key)) {
      ContextValue value =
          KeyFacts.isMultivalued(key.folded())
              ? new ContextValue.Many(ImmutableList.of(text))
              : new ContextValue.Single(text);
      Verdict verdict = verdict(key, value);
      if (shown.add(verdict)) {
        changes.add(new Change.KeyHolds(key, value, verdict));
      }
    }
  }

  private Verdict verdict(ConditionKey key, ContextValue value) {
    try {
      PreparedRequest request =
          decision.request().with(key.text(), value).prepared().at(decision.clock());
      long tally = DecisionProcedure.tally(request, decision.policies());
      Ruling ruling = DecisionProcedure.rule(request, decision.policies(), tally, Readings.TAKEN);
      return Decision.of(request, decision.policies(), ruling).verdict();
    } catch (InvalidRequestException e) {
      // A value that the key never has shows nothing.
      return decision.verdict();
    }
  }

  /* What the policies compare the key with, wildcards filled in, and something else. */
  private ImmutableSet<String> candidates(ConditionKey key) {
    Set<String> texts = new LinkedHashSet<>();
    decision
        .layers()
        .forEach(
            layer ->
                layer.statements().stream()
                    .flatMap(statement -> statement.conditions().stream())
                    .filter(outcome -> outcome.condition().key().value().equals(key))
                    .forEach(outcome -> addCandidates(outcome, texts)));
    return texts.stream().limit(MOST_VALUES).collect(ImmutableSet.toImmutableSet());
  }

  private static void addCandidates(ConditionOutcome outcome, Set<String> texts) {
    Condition condition = outcome.condition();
    outcome.resolvedValues().forEach(value -> texts.add(filled(value)));
    condition.values().value().stream()
        .map(Located::value)
        .map(ConditionValue::text)
        .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
        .forEach(
            text -> {
              texts.add("true");
              texts.add("false");
            });
    texts.add("other");
  }

  private static String filled(String pattern) {
    StringBuilder text = new StringBuilder();
    pattern
        .chars()
        .filter(c -> c != '*')
        .map(c -> c == '?' ? 'x' : c)
        .forEach(c -> text.append((char) c));
    int slash = text.indexOf("/");
    boolean block = slash > 0 && IpBlock.parse(text.toString()).isPresent();
    return block ? text.substring(0, slash) : text.toString();
  }
}
