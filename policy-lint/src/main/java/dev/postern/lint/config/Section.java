package dev.postern.lint.config;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Linter;
import dev.postern.lint.rule.Background;
import java.util.List;

/**
 * How some policies are linted.
 *
 * @param paths where they stand; anywhere if there are none
 * @param profile {@code default} or {@code strict}; empty if nothing is said
 * @param rules what is said of rules, a later one over an earlier one
 */
record Section(ImmutableList<PathGlob> paths, String profile, ImmutableList<RuleSetting> rules) {
  static final ImmutableList<String> PROFILES = ImmutableList.of("default", "strict");

  boolean isAbout(String path) {
    return paths.isEmpty() || paths.stream().anyMatch(glob -> glob.matches(path));
  }

  /** The linter that these make, a later one over an earlier one. */
  static Linter linter(List<Section> sections, Background background) {
    String profile = "default";
    for (Section section : sections) {
      profile = section.profile.isEmpty() ? profile : section.profile;
    }
    Linter linter =
        (profile.equals("strict") ? Linter.strict() : Linter.standard()).judgingBy(background);
    for (Section section : sections) {
      for (RuleSetting rule : section.rules) {
        linter = rule.appliedTo(linter);
      }
    }
    return linter;
  }
}
