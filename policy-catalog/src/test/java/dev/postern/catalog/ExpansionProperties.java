package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What must hold whatever is expanded. */
final class ExpansionProperties {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final ImmutableList<ActionDefinition> ALL = CATALOG.expand("*");

  @Test
  void every_action_expands_to_itself() {
    for (ActionDefinition action : ALL) {
      assertThat(CATALOG.expand(action.fullName())).containsExactly(action);
    }
  }

  @Property(seed = "1")
  void covering_agrees_with_sets(@ForAll("patterns") String one, @ForAll("patterns") String other) {
    Set<ActionDefinition> outer = new HashSet<>(CATALOG.expand(one));

    assertThat(CATALOG.covers(one, other)).isEqualTo(outer.containsAll(CATALOG.expand(other)));
  }

  @Property(seed = "2")
  void what_is_matched_is_expanded(@ForAll("patterns") String pattern) {
    assertThat(CATALOG.matchesAny(pattern)).isEqualTo(!CATALOG.expand(pattern).isEmpty());
  }

  @Property(seed = "3")
  void a_pattern_matches_the_action_that_it_was_made_of(@ForAll long seed) {
    Random random = new Random(seed);
    ActionDefinition action = ALL.get(random.nextInt(ALL.size()));

    assertThat(CATALOG.expand(pattern(action, random))).contains(action);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.longs()
        .map(
            seed -> {
              Random random = new Random(seed);
              return pattern(ALL.get(random.nextInt(ALL.size())), random);
            });
  }

  /* The action's name with wildcards in the place of some of its letters. */
  private static String pattern(ActionDefinition action, Random random) {
    StringBuilder pattern = new StringBuilder(action.fullName());
    for (int wildcards = random.nextInt(4); wildcards > 0; wildcards--) {
      int from = random.nextInt(pattern.length());
      if (pattern.charAt(from) == ':' || pattern.charAt(from) == '*') {
        continue;
      }
      int colon = pattern.indexOf(":");
      int end = from < colon ? colon : pattern.length();
      if (random.nextBoolean()) {
        pattern.replace(from, from + 1, "?");
      } else {
        pattern.replace(from, from + 1 + random.nextInt(end - from), "*");
      }
    }
    return pattern.toString();
  }
}
