package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.Finding;
import dev.postern.lint.Linter;
import dev.postern.lint.RuleSelector;
import dev.postern.lint.config.PathGlob;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which policies are linted how, as the command line says it.
 *
 * @param types what the policies are; empty if that is not said
 * @param profile {@code default} or {@code strict}; empty if that is not said
 * @param configuration the file; {@code none} for none, empty for the next one upwards
 * @param only selectors of the only rules to run; all if there are none
 * @param without selectors of rules that do not run
 * @param ignored findings that are suppressed
 * @param severity the mildest severity that is told
 * @param failing severities that fail the run; empty if that is not said
 * @param isQuiet whether nothing but findings is told
 */
record LintOptions(
    ImmutableList<PolicyType> types,
    String profile,
    String configuration,
    ImmutableList<String> only,
    ImmutableList<String> without,
    ImmutableList<Ignored> ignored,
    Severity severity,
    ImmutableList<ImmutableSet<Severity>> failing,
    boolean isQuiet) {
  /* Loops, not streams: these run at each start, where a stream costs milliseconds. */

  private static final ImmutableMap<String, PolicyType> TYPES = typesByName();

  /** The severities that fail a run. */
  static final ImmutableMap<String, ImmutableSet<Severity>> THRESHOLDS = thresholds();

  private static final ImmutableSet<String> PROFILES = ImmutableSet.of("default", "strict");
  private static final ImmutableMap<String, Severity> SEVERITIES = severities();

  private static ImmutableMap<String, PolicyType> typesByName() {
    ImmutableMap.Builder<String, PolicyType> types = ImmutableMap.builder();
    for (PolicyType type : PolicyType.ALL) {
      types.put(type.kind().optionName(), type);
    }
    return types.buildOrThrow();
  }

  private static ImmutableMap<String, ImmutableSet<Severity>> thresholds() {
    ImmutableMap.Builder<String, ImmutableSet<Severity>> thresholds = ImmutableMap.builder();
    ImmutableSet.Builder<Severity> failing = ImmutableSet.builder();
    for (Severity severity : Severity.values()) {
      failing.add(severity);
      thresholds.put(severity.word(), failing.build());
    }
    return thresholds.put("none", ImmutableSet.of()).buildOrThrow();
  }

  private static ImmutableMap<String, Severity> severities() {
    ImmutableMap.Builder<String, Severity> severities = ImmutableMap.builder();
    for (Severity severity : Severity.values()) {
      severities.put(severity.word(), severity);
    }
    return severities.buildOrThrow();
  }

  /**
   * Findings that are suppressed in some places.
   *
   * @param rules whose findings
   * @param path in which policies
   */
  record Ignored(RuleSelector rules, PathGlob path) {
    boolean picks(Finding finding, String identity) {
      return rules.picks(finding) && path.matches(identity);
    }
  }

  static void addTo(CommandSpec spec) {
    spec.addOption(
            Options.choice(
                "--policy-type",
                TYPES.keySet(),
                "what the policies are; otherwise the configuration says it, or each is guessed to be"
                    + " an identity, resource or trust policy, and reported as guessed"))
        .addOption(
            Options.text(
                "--resource-type",
                "TYPE",
                "the resource that they are attached to, such as AWS::S3::Bucket"))
        .addOption(
            Options.choice(
                "--profile", PROFILES, "strict adds the rules that only a careful author wants"))
        .addOption(
            Options.text(
                "--config",
                "FILE|none",
                "the configuration; otherwise the next " + Projects.FILE + " upwards of each file"))
        .addOption(
            Options.text(
                "--rules",
                "RULE,...",
                "only these rules: ids, globs such as trust-*, severities, codes of Access Analyzer,"
                    + " or other tools' names such as checkov:CKV_AWS_355"))
        .addOption(
            Options.text(
                "--ignore",
                "RULE[:PATH],...",
                "all but these rules; with a path such as legacy/**, their findings there are"
                    + " suppressed"))
        .addOption(
            Options.choice(
                "--severity",
                SEVERITIES.keySet(),
                "the mildest severity that is told; all if not given"))
        .addOption(
            Options.choice(
                "--fail-on",
                THRESHOLDS.keySet(),
                "the mildest severity that exits with 1; security-warning unless given"))
        .addOption(
            Options.flag("--quiet", "say nothing but findings, and nothing if there are none"));
  }

  /**
   * What the command line says.
   *
   * @throws UsageException if it cannot be meant
   */
  static LintOptions of(ParseResult given) {
    ImmutableList.Builder<String> without = ImmutableList.builder();
    ImmutableList.Builder<Ignored> ignored = ImmutableList.builder();
    for (String text : Options.list(given, "--ignore")) {
      int colon = pathAt(text);
      if (colon < 0) {
        without.add(text);
      } else {
        ignored.add(
            new Ignored(
                RuleSelector.of(known(text.substring(0, colon))),
                PathGlob.of(text.substring(colon + 1))));
      }
    }
    return new LintOptions(
        type(given).map(ImmutableList::of).orElse(ImmutableList.of()),
        given.hasMatchedOption("--profile") ? Options.chosen(given, "--profile", PROFILES, "") : "",
        given.matchedOptionValue("--config", ""),
        ImmutableList.copyOf(Options.list(given, "--rules")),
        without.build(),
        ignored.build(),
        Options.chosen(given, "--severity", SEVERITIES, Severity.SUGGESTION),
        given.hasMatchedOption("--fail-on")
            ? ImmutableList.of(Options.chosen(given, "--fail-on", THRESHOLDS, ImmutableSet.of()))
            : ImmutableList.of(),
        Options.isSet(given, "--quiet"));
  }

  /* Other tools' names have a colon, too: `checkov:CKV_AWS_355:legacy/**`. */
  private static int pathAt(String text) {
    if (Linter.strict().knows(RuleSelector.of(text))) {
      return -1;
    }
    int colon = text.indexOf(':');
    int next = colon < 0 ? -1 : text.indexOf(':', colon + 1);
    return next >= 0 && Linter.strict().knows(RuleSelector.of(text.substring(0, next)))
        ? next
        : colon;
  }

  private static String known(String rules) {
    RuleSelector selector = RuleSelector.of(rules);
    if (!Linter.strict().knows(selector)) {
      throw new UsageException(
          "--ignore: no rule is `" + rules + "`; " + Linter.strict().hint(selector));
    }
    return rules;
  }

  private static Optional<PolicyType> type(ParseResult given) {
    Optional<PolicyType> stated =
        given.hasMatchedOption("--policy-type")
            ? Optional.of(Options.chosen(given, "--policy-type", TYPES, PolicyType.IDENTITY))
            : Optional.empty();
    String resource = given.matchedOptionValue("--resource-type", "");
    if (resource.isEmpty()) {
      return stated;
    }
    PolicyType type = PolicyType.resource(resource);
    if (stated.isPresent()
        && stated.get().kind() != type.kind()
        && stated.get().kind() != PolicyType.Kind.RESOURCE) {
      throw new UsageException(
          "--resource-type: a policy of type " + stated.get() + " is not attached to " + resource);
    }
    return Optional.of(type);
  }

  boolean isUnconfigured() {
    return configuration.equals("none");
  }

  /** Whether all rules run and all they find is told, so that what is not found is not there. */
  boolean isWhole() {
    return only.isEmpty()
        && without.isEmpty()
        && ignored.isEmpty()
        && severity == Severity.SUGGESTION;
  }

  /**
   * The linter with the rules that are asked for.
   *
   * @throws UsageException if one of them does not exist
   */
  Linter applyTo(Linter linter) {
    try {
      Linter chosen = only.isEmpty() ? linter : linter.rules(only.toArray(String[]::new));
      return without.isEmpty() ? chosen : chosen.without(without.toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
