package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RuleInfo.Profile;
import dev.postern.lint.rule.Severity;
import dev.postern.model.Label;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Finds mistakes in policies. Immutable and thread-safe; make one and keep it.
 *
 * <pre>
 * LintResult result = Linter.standard().lint(Path.of("deploy.json"), PolicyType.IDENTITY);
 * </pre>
 */
public final class Linter {
  /* A fix makes the text simpler; one that does not would otherwise never end. */
  private static final int MOST_ROUNDS = 20;

  private final RuleSet rules;
  private final Background background;

  private Linter(RuleSet rules, Background background) {
    this.rules = rules;
    this.background = background;
  }

  /** The rules that every policy should meet. */
  public static Linter standard() {
    return new Linter(RuleSet.of(Profile.DEFAULT), Background.standard());
  }

  /** These, and the rules that only a careful author wants. */
  public static Linter strict() {
    return new Linter(RuleSet.of(Profile.DEFAULT, Profile.STRICT), Background.standard());
  }

  /**
   * The same linter with further rules, all of which run.
   *
   * @throws IllegalArgumentException if a rule has the id of another
   */
  public Linter with(Rule... more) {
    return new Linter(rules.with(more), background);
  }

  /**
   * The same linter with these rules only. A rule named by its very id need not be in the profile.
   *
   * @param selectors each an id, a glob over ids such as {@code trust-*}, a severity such as {@code
   *     warning}, a code of Access Analyzer, another tool's name such as {@code
   *     checkov:CKV_AWS_355}, or an id and what a finding is about, such as {@code
   *     privesc-self/iam-attach-user-policy}
   * @throws IllegalArgumentException if a selector selects nothing; its message says what was meant
   */
  public Linter rules(String... selectors) {
    return new Linter(rules.only(selectors), background);
  }

  /**
   * The same linter without these rules.
   *
   * @param selectors as in {@link #rules(String...)}
   * @throws IllegalArgumentException if a selector selects nothing; its message says what was meant
   */
  public Linter without(String... selectors) {
    return new Linter(rules.without(selectors), background);
  }

  /**
   * The same linter with these rules, too, be they in its profile or not.
   *
   * @param selectors as in {@link #rules(String...)}
   * @throws IllegalArgumentException if a selector selects nothing; its message says what was meant
   */
  public Linter including(String... selectors) {
    return new Linter(rules.including(selectors), background);
  }

  /**
   * The same linter, which holds the findings of some rules for that bad.
   *
   * @param selector as in {@link #rules(String...)}
   * @throws IllegalArgumentException if it selects nothing; its message says what was meant
   */
  public Linter holding(String selector, Severity severity) {
    return new Linter(rules.holding(selector, severity), background);
  }

  /** Whether a selector, as in {@link #rules(String...)}, selects anything. */
  public boolean knows(RuleSelector selector) {
    return rules.knows(selector);
  }

  /** What may have been meant by a selector that selects nothing. */
  public String hint(RuleSelector selector) {
    return rules.hint(selector);
  }

  /**
   * The same linter, judging by another catalog or clock, or by what is expected. Opt-in rules that
   * the expectations configure run, too.
   */
  public Linter judgingBy(Background other) {
    return new Linter(rules.configuredBy(other.expectations()), other);
  }

  /** What it judges by. */
  public Background background() {
    return background;
  }

  /** The rules that run, in the order of the registry. */
  public ImmutableList<RuleInfo> rules() {
    return rules.wanted();
  }

  /** Lints a policy; never throws for what the text holds. */
  public LintResult lint(SourceText source, PolicyType type) {
    return lint(source, type, source.name());
  }

  /** Lints a policy of a type that has to be guessed. */
  public LintResult lint(SourceText source) {
    return lint(source, source.name());
  }

  private LintResult lint(SourceText source, PolicyType type, String identity) {
    return lint(
        PolicyReader.strict().examine(source, type), subject(identity, type, TypeSource.STATED));
  }

  private LintResult lint(SourceText source, String identity) {
    JsonReading json = JsonReader.within(ReadLimits.POLICY).read(source);
    PolicyType type = json.value().map(PolicyTypeGuess::of).orElse(PolicyType.IDENTITY);
    return lint(
        PolicyReader.strict().examine(source, json, type),
        subject(identity, type, TypeSource.GUESSED));
  }

  private static Subject.Policy subject(String identity, PolicyType type, TypeSource typeSource) {
    return new Subject.Policy(identity, "", type, typeSource);
  }

  /**
   * Lints a policy in a file.
   *
   * @throws IOException if the file cannot be read
   */
  public LintResult lint(Path file, PolicyType type) throws IOException {
    return lint(SourceFile.open(file, ReadLimits.POLICY), type);
  }

  /**
   * Lints a policy in a file, of a type that has to be guessed.
   *
   * @throws IOException if the file cannot be read
   */
  public LintResult lint(Path file) throws IOException {
    return lint(SourceFile.open(file, ReadLimits.POLICY));
  }

  /** Lints what came from a file or a stream. */
  public LintResult lint(SourceFile file, PolicyType type) {
    return lint(file, type, file.source().name());
  }

  /** Lints what came from a file or a stream, of a type that has to be guessed. */
  public LintResult lint(SourceFile file) {
    return lint(file, file.source().name());
  }

  /**
   * Lints what came from a file or a stream.
   *
   * @param identity what tells the policy from others across runs, such as its path in a project
   */
  public LintResult lint(SourceFile file, PolicyType type, String identity) {
    return file.problem().isEmpty()
        ? lint(file.source(), type, identity)
        : unreadable(file, subject(identity, type, TypeSource.STATED));
  }

  /**
   * Lints what came from a file or a stream, of a type that has to be guessed.
   *
   * @param identity what tells the policy from others across runs, such as its path in a project
   */
  public LintResult lint(SourceFile file, String identity) {
    return file.problem().isEmpty()
        ? lint(file.source(), identity)
        : unreadable(file, subject(identity, PolicyType.IDENTITY, TypeSource.GUESSED));
  }

  /**
   * Says what there is to say about one of the linter's own settings, by the rules that it runs.
   *
   * @param source the setting's text
   * @param identity what tells it from others across runs
   * @param review finds it
   */
  public LintResult lint(SourceText source, String identity, Consumer<SettingFindings> review) {
    return SettingRun.of(source, new Subject.Setting(identity), rules.choice(), review);
  }

  /** Lints a policy that was read already. */
  public LintResult lint(PolicyReading reading) {
    PolicyDocument document = reading.readablePart();
    return lint(reading, subject(document.source().name(), document.type(), TypeSource.STATED));
  }

  /**
   * Lints a policy that was read already.
   *
   * @param subject what reports say of it
   */
  public LintResult lint(PolicyReading reading, Subject.Policy subject) {
    return run(LintedPolicy.of(reading, background), reading.problems(), subject);
  }

  /**
   * Lints policies that one principal has together. What one allows, another may deny; a
   * permissions boundary limits the others.
   *
   * @param readings the policies; of those that are neither identity policies nor boundaries each
   *     is judged by itself
   * @return a result for each, in their order; a finding about several stands in the first of them
   */
  public ImmutableList<LintResult> lintTogether(List<PolicyReading> readings) {
    return lintTogether(
        readings,
        readings.stream()
            .map(PolicyReading::readablePart)
            .map(document -> subject(document.source().name(), document.type(), TypeSource.STATED))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Lints policies that one principal has together.
   *
   * @param readings the policies, as in {@link #lintTogether(List)}
   * @param subjects what reports say of each
   * @throws IllegalArgumentException if there are not as many subjects as policies
   */
  public ImmutableList<LintResult> lintTogether(
      List<PolicyReading> readings, List<Subject.Policy> subjects) {
    if (readings.size() != subjects.size()) {
      throw new IllegalArgumentException(
          readings.size() + " policies and " + subjects.size() + " subjects");
    }
    return new TogetherRun(readings, this).results(subjects);
  }

  /**
   * Lints a policy that was read already. Rules that look at its JSON read that again; of a
   * document that stands in no JSON text they say nothing.
   */
  public LintResult lint(PolicyDocument document) {
    return PolicyInText.of(document)
        .map(json -> lint(PolicyReader.lenient().examine(json, document.type())))
        .orElseGet(
            () ->
                run(
                    LintedPolicy.of(document, background),
                    ImmutableList.of(),
                    subject(document.source().name(), document.type(), TypeSource.STATED)));
  }

  /**
   * Makes the fixes that change no decision, and those that become possible by them.
   *
   * @param result about a policy that is all of its text
   */
  public FixedPolicy fix(LintResult result) {
    return fix(result, UnaryOperator.identity());
  }

  /**
   * Makes the fixes that change no decision, and those that become possible by them.
   *
   * @param result about a policy that is all of its text
   * @param settled takes out of the results of further rounds what nobody wants to be mended
   */
  public FixedPolicy fix(LintResult result, UnaryOperator<LintResult> settled) {
    ImmutableList.Builder<Finding> fixed = ImmutableList.builder();
    LintResult left = result;
    Optional<Subject.Policy> subject = result.policy();
    for (int round = 0; round < MOST_ROUNDS && subject.isPresent(); round++) {
      FixRound next = FixRound.of(left);
      if (next.fixed().isEmpty()) {
        break;
      }
      fixed.addAll(next.fixed());
      SourceText source = SourceText.of(result.source().name(), next.text());
      left =
          settled.apply(
              lint(PolicyReader.strict().examine(source, subject.get().type()), subject.get()));
    }
    return new FixedPolicy(left, fixed.build());
  }

  /* Too long, or not UTF-8: there is nothing to look at but the reader's reason. */
  private LintResult unreadable(SourceFile file, Subject.Policy subject) {
    PolicyDocument nothing = nothing(file.source(), subject.type());
    return run(LintedPolicy.of(nothing, background), file.problem(), subject);
  }

  /** What is read from a text that holds nothing. */
  static PolicyDocument nothing(SourceText source, PolicyType type) {
    SourceSpan start = new SourceSpan(source, JsonPointer.ROOT, 0, 0);
    return new PolicyDocument(
        type,
        new Located<>(PolicyVersion.UNSTATED, start),
        new Located<>(Label.NONE, start),
        new Located<>(ImmutableList.of(), start));
  }

  /** The rules that it runs. */
  RuleSet ruleSet() {
    return rules;
  }

  private LintResult run(
      LintedPolicy policy, ImmutableList<Problem> problems, Subject.Policy subject) {
    return new LintRun(policy, problems, rules.running()).alone(subject, rules.choice());
  }
}
