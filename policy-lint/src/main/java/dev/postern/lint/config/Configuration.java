package dev.postern.lint.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import dev.postern.lint.Linter;
import dev.postern.lint.SettingFindings;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.Expectations;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a project wants of the linter. Paths are those of policies from the folder that the
 * configuration stands in. Immutable.
 */
public final class Configuration {
  /** A project that has none. */
  public static final Configuration NONE =
      new Configuration(
          SourceText.of("", ""),
          ImmutableList.of(),
          ImmutableList.of(),
          Suppressions.NONE,
          true,
          Expectations.NONE,
          "",
          "");

  private final SourceText source;
  private final ImmutableList<Section> sections;
  private final ImmutableList<TypedPaths> types;
  private final Suppressions suppressions;
  private final boolean wantsReasons;
  private final Expectations expectations;
  private final String failOn;
  private final String baseline;

  Configuration(
      SourceText source,
      ImmutableList<Section> sections,
      ImmutableList<TypedPaths> types,
      Suppressions suppressions,
      boolean wantsReasons,
      Expectations expectations,
      String failOn,
      String baseline) {
    this.source = source;
    this.sections = sections;
    this.types = types;
    this.suppressions = suppressions;
    this.wantsReasons = wantsReasons;
    this.expectations = expectations;
    this.failOn = failOn;
    this.baseline = baseline;
  }

  /**
   * Policies of a type.
   *
   * @param paths where they stand
   * @param type what they are
   */
  record TypedPaths(ImmutableList<PathGlob> paths, PolicyType type) {}

  /**
   * Reads a configuration, whose text may have been JSON or YAML.
   *
   * @throws ConfigurationException if it is of another shape; it has all that is wrong
   */
  public static Configuration read(JsonValue value) throws ConfigurationException {
    return ConfigurationFields.read(value);
  }

  /** The JSON Schema of what {@link #read} reads, by which editors help. */
  public static String schema() {
    try {
      return Resources.toString(
          Resources.getResource(Configuration.class, "configuration.schema.json"),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same configuration in another profile: {@code default} or {@code strict}. */
  public Configuration inProfile(String profile) {
    ImmutableList<Section> others =
        sections.stream()
            .map(section -> new Section(section.paths(), "", section.rules()))
            .collect(toImmutableList());
    return new Configuration(
        source,
        ImmutableList.<Section>builder()
            .add(new Section(ImmutableList.of(), profile, ImmutableList.of()))
            .addAll(others)
            .build(),
        types,
        suppressions,
        wantsReasons,
        expectations,
        failOn,
        baseline);
  }

  /** The linter for the policies of one path. */
  public Linter linter(String path, Background background) {
    return Section.linter(sections(path), background.expecting(expectations));
  }

  /**
   * What stands for the linter of a path: two paths with equal keys have the same.
   *
   * @return the indices of what the configuration says of the path
   */
  public ImmutableSet<Integer> linterKey(String path) {
    ImmutableSet.Builder<Integer> key = ImmutableSet.builder();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).isAbout(path)) {
        key.add(i);
      }
    }
    return key.build();
  }

  private ImmutableList<Section> sections(String path) {
    return sections.stream().filter(section -> section.isAbout(path)).collect(toImmutableList());
  }

  /** What the policies of a path are, if it is said; the last that says so counts. */
  public Optional<PolicyType> policyType(String path) {
    return types.reverse().stream()
        .filter(typed -> typed.paths().stream().anyMatch(glob -> glob.matches(path)))
        .map(TypedPaths::type)
        .findFirst();
  }

  /** The findings that the project lives with. */
  public Suppressions suppressions() {
    return suppressions;
  }

  /** Whether a suppression has to give a reason. */
  public boolean wantsReasons() {
    return wantsReasons;
  }

  /** The mildest severity that fails a run, or {@code none}; empty if nothing is said. */
  public String failOn() {
    return failOn;
  }

  /** The path of the baseline; empty if there is none. */
  public String baseline() {
    return baseline;
  }

  /** Its text. */
  public SourceText source() {
    return source;
  }

  /**
   * What is wrong with what it says of rules, and with its suppressions.
   *
   * @param linter whose rules it names
   * @param used the places of the suppressions that suppressed something in this run
   * @param isJudged whether the run has looked at all that a suppression with these paths, or with
   *     none, speaks of
   */
  public void review(
      Linter linter,
      LocalDate today,
      Set<SourceSpan> used,
      Predicate<ImmutableList<PathGlob>> isJudged,
      SettingFindings findings) {
    sections.stream()
        .flatMap(section -> section.rules().stream())
        .filter(rule -> !linter.knows(rule.selector()))
        .forEach(rule -> UnknownRules.report(rule.selector(), rule.span(), linter, findings));
    suppressions.review(linter, today, used, isJudged, findings);
  }
}
