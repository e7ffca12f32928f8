package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever is compressed. */
final class CompressionProperties {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final ImmutableList<ActionDefinition> ALL = CATALOG.expand("*");

  @Property(seed = "1", tries = 100)
  void the_patterns_match_these_actions_and_no_other(
      @ForAll("sets") ImmutableSet<ActionDefinition> actions) {
    assertThat(expanded(CATALOG.compress(actions))).isEqualTo(actions);
  }

  @Property(seed = "2", tries = 100)
  void the_patterns_are_neither_more_nor_longer_than_the_names(
      @ForAll("sets") ImmutableSet<ActionDefinition> actions) {
    ImmutableList<String> patterns = CATALOG.compress(actions);

    assertThat(patterns).hasSizeLessThanOrEqualTo(actions.size()).doesNotHaveDuplicates();
    assertThat(patterns.stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(actions.stream().mapToInt(a -> a.fullName().length()).sum());
  }

  @Property(seed = "3", tries = 50)
  void no_pattern_can_be_spared(@ForAll("sets") ImmutableSet<ActionDefinition> actions) {
    ImmutableList<String> patterns = CATALOG.compress(actions);

    for (String spared : patterns) {
      assertThat(expanded(patterns.stream().filter(pattern -> !pattern.equals(spared)).toList()))
          .isNotEqualTo(actions);
    }
  }

  @Property(seed = "4", tries = 50)
  void compressing_again_says_the_same(@ForAll("sets") ImmutableSet<ActionDefinition> actions) {
    ImmutableList<String> patterns = CATALOG.compress(actions);

    assertThat(CATALOG.compress(expanded(patterns))).isEqualTo(patterns);
  }

  @Property(seed = "5", tries = 100)
  void a_wildcard_stands_for_whole_words_or_the_end_of_a_plural(
      @ForAll("sets") ImmutableSet<ActionDefinition> actions) {
    for (String pattern : CATALOG.compress(actions)) {
      for (ActionDefinition action : CATALOG.expand(pattern)) {
        assertThat(matches(pattern, 0, action.fullName(), 0))
            .as("%s in %s", pattern, action)
            .isTrue();
      }
    }
  }

  private static boolean matches(String pattern, int i, String name, int at) {
    if (i == pattern.length()) {
      return at == name.length();
    }
    if (pattern.charAt(i) != '*') {
      return at < name.length()
          && Ascii.equalsIgnoreCase(pattern.substring(i, i + 1), name.substring(at, at + 1))
          && matches(pattern, i + 1, name, at + 1);
    }
    return (isBorder(name, at) || (name.startsWith("s", at) && isBorder(name, at + 1)))
        && IntStream.rangeClosed(at, name.length())
            .anyMatch(to -> isBorder(name, to) && matches(pattern, i + 1, name, to));
  }

  private static boolean isBorder(String name, int at) {
    return Words.borders(name).contains(at) || name.startsWith(":", at - 1);
  }

  @Provide
  Arbitrary<ImmutableSet<ActionDefinition>> sets() {
    return Arbitraries.longs().map(seed -> set(new Random(seed)));
  }

  /* Some actions of some services: at random, of patterns, or all but those. */
  private static ImmutableSet<ActionDefinition> set(Random random) {
    ImmutableSet.Builder<ActionDefinition> set = ImmutableSet.builder();
    for (int services = 1 + random.nextInt(3); services > 0; services--) {
      ActionDefinition any = ALL.get(random.nextInt(ALL.size()));
      ImmutableList<ActionDefinition> actions = CATALOG.expand(any.service() + ":*");
      double share = random.nextDouble();
      Set<ActionDefinition> matched = matched(any.service(), actions, random);
      switch (random.nextInt(3)) {
        case 0 -> actions.stream().filter(action -> random.nextDouble() < share).forEach(set::add);
        case 1 -> set.addAll(matched);
        default -> actions.stream().filter(action -> !matched.contains(action)).forEach(set::add);
      }
    }
    return set.build();
  }

  private static Set<ActionDefinition> matched(
      String service, ImmutableList<ActionDefinition> actions, Random random) {
    Set<ActionDefinition> matched = new HashSet<>();
    for (int patterns = 1 + random.nextInt(3); patterns > 0; patterns--) {
      String name = actions.get(random.nextInt(actions.size())).name();
      int from = random.nextInt(name.length());
      int to = from + 1 + random.nextInt(name.length() - from);
      matched.addAll(
          CATALOG.expand(service + ":" + name.substring(0, from) + "*" + name.substring(to)));
    }
    return matched;
  }

  private static Set<ActionDefinition> expanded(List<String> patterns) {
    Set<ActionDefinition> actions = new HashSet<>();
    patterns.forEach(pattern -> actions.addAll(CATALOG.expand(pattern)));
    return actions;
  }
}
