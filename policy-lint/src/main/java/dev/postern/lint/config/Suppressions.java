package dev.postern.lint.config;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.SettingFindings;
import dev.postern.lint.rule.MetaRules;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The findings that a project lives with, as one text says it. Immutable. */
public final class Suppressions {
  private static final ReadLimits POLICIES = ReadLimits.SCENARIOS;

  /** Without any. */
  public static final Suppressions NONE =
      new Suppressions(SourceText.of("", ""), ImmutableList.of(), false);

  private final SourceText source;
  private final ImmutableList<Suppression> entries;
  private final boolean wantsReasons;

  Suppressions(SourceText source, ImmutableList<Suppression> entries, boolean wantsReasons) {
    this.source = source;
    this.entries = entries;
    this.wantsReasons = wantsReasons;
  }

  /**
   * Reads a side file: an object whose {@code ignore} has the entries for one policy.
   *
   * @param wantsReasons whether each has to give one
   * @throws ConfigurationException if it is of another shape
   */
  public static Suppressions read(JsonValue sideFile, boolean wantsReasons)
      throws ConfigurationException {
    return SuppressionFields.readSideFile(sideFile, wantsReasons);
  }

  /**
   * What suppressions make of a result.
   *
   * @param result the same result, some of its findings suppressed
   * @param used the places of the entries that suppressed some
   */
  public record Applied(LintResult result, ImmutableSet<SourceSpan> used) {}

  /**
   * Suppresses what an entry speaks of that is not past its date.
   *
   * @param path where the policy stands in the project
   */
  public Applied apply(LintResult result, String path, LocalDate today) {
    ImmutableList<Suppression> speaking =
        entries.stream()
            .filter(entry -> entry.isAbout(path) && !entry.isExpired(today))
            .collect(ImmutableList.toImmutableList());
    if (speaking.isEmpty() || result.findings().isEmpty()) {
      return new Applied(result, ImmutableSet.of());
    }
    Supplier<Optional<JsonValue>> json =
        Suppliers.memoize(() -> JsonReader.within(POLICIES).read(result.source()).value());
    ImmutableSet.Builder<SourceSpan> used = ImmutableSet.builder();
    LintResult left =
        result.suppressing(
            finding -> {
              Optional<Suppression> entry = first(speaking, finding, json);
              entry.ifPresent(one -> used.add(one.span()));
              return entry.map(Suppression::told);
            });
    return new Applied(left, used.build());
  }

  private static Optional<Suppression> first(
      ImmutableList<Suppression> speaking, Finding finding, Supplier<Optional<JsonValue>> json) {
    return speaking.stream()
        .filter(
            entry ->
                entry.picks(finding)
                    && (!entry.isOfPlaces()
                        || json.get()
                            .filter(value -> entry.isOf(FindingPlace.of(finding, value)))
                            .isPresent()))
        .findFirst();
  }

  /**
   * What is wrong with the entries themselves.
   *
   * @param linter whose rules they name
   * @param used the places of the entries that suppressed something in this run
   * @param isJudged whether the run has looked at all that an entry with these paths speaks of
   */
  public void review(
      Linter linter,
      LocalDate today,
      Set<SourceSpan> used,
      Predicate<ImmutableList<PathGlob>> isJudged,
      SettingFindings findings) {
    for (Suppression entry : entries) {
      boolean known = true;
      for (Suppression.Selector rule : entry.rules()) {
        if (!linter.knows(rule.selector())) {
          UnknownRules.report(rule.selector(), rule.span(), linter, findings);
          known = false;
        }
      }
      if (wantsReasons && entry.reason().isEmpty()) {
        findings
            .at(MetaRules.SUPPRESSION_NO_REASON, entry.span())
            .advice("say in `reason` why the project lives with it")
            .add();
      }
      if (entry.isExpired(today)) {
        findings
            .at(MetaRules.SUPPRESSION_EXPIRED, entry.span())
            .message("a suppression that ended on " + entry.expires() + "; its findings are back")
            .advice("mend what it speaks of, or give it another date")
            .add();
      } else if (known && !used.contains(entry.span()) && isJudged.test(entry.paths())) {
        findings
            .at(MetaRules.SUPPRESSION_UNUSED, entry.span())
            .advice("take it out: what it speaks of is found no more")
            .add();
      }
    }
  }

  /** The text that they stand in. */
  public SourceText source() {
    return source;
  }
}
