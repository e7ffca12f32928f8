package dev.postern.eval.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Decision;
import dev.postern.eval.Verdict;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * What is said of a key whose value is not known holds for every value that it may have: allowed or
 * not. Whether a request that is denied anyway is denied by a statement may hang on the value.
 */
final class UnknownKeyProperties {
  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of("aws:TagKeys", "dynamodb:LeadingKeys", "my:list");

  @Property(
      tries = 6_000,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void an_unknown_value_is_answered_as_every_value(@ForAll long seed) {
    Case one = Cases.statements(seed);
    for (String key : Vocabulary.KEYS.keySet()) {
      if (!mayBeUnknown(key) || !isTested(one, key)) {
        continue;
      }
      Case without = one.withContext(without(one, key));
      CompiledCase compiled = CompiledCase.of(without);
      Decision unknown =
          Deciding.AUTHORIZER.decide(compiled.request().withUnknown(key), compiled.policies());
      if (unknown.verdict() == Verdict.DEPENDS) {
        continue;
      }
      for (ContextValue value : values(key)) {
        Case concrete =
            without.withContext(
                ImmutableMap.<String, ContextValue>builder()
                    .putAll(without.context())
                    .put(key, value)
                    .buildOrThrow());
        assertThat(Deciding.decide(concrete).isAllowed())
            .as(() -> "unknown " + key + ", seed " + seed + ": " + concrete)
            .isEqualTo(unknown.isAllowed());
      }
    }
  }

  /* The instant of a request is always known, and a tag in two spellings is two tags. */
  private static boolean mayBeUnknown(String key) {
    return !key.equals("aws:CurrentTime")
        && !key.equals("aws:EpochTime")
        && !key.endsWith("PrincipalTag/p")
        && !key.endsWith("principaltag/P");
  }

  private static boolean isTested(Case one, String key) {
    return one.policies().stream().anyMatch(policy -> policy.toString().contains(key));
  }

  private static ImmutableMap<String, ContextValue> without(Case one, String key) {
    return ImmutableMap.copyOf(
        Maps.filterKeys(one.context(), other -> !other.equalsIgnoreCase(key)));
  }

  private static List<ContextValue> values(String key) {
    List<ContextValue> values = new ArrayList<>();
    values.add(new ContextValue.Null());
    for (String text : Vocabulary.KEYS.get(key)) {
      values.add(
          LISTS.contains(key)
              ? new ContextValue.Many(ImmutableList.of(text))
              : new ContextValue.Single(text));
    }
    if (LISTS.contains(key)) {
      values.add(new ContextValue.Many(ImmutableList.of()));
      values.add(new ContextValue.Many(ImmutableList.of("alice", "x")));
    }
    return values;
  }
}
