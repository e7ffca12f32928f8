package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.SourceText;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a linter has to say about one policy, or about one of its own settings.
 *
 * @param source the text that it stands in
 * @param subject what was looked at
 * @param findings by place, then by rule
 * @param suppressed findings that count for nothing, in the same order
 * @param faults the rules that failed; normally none
 */
public record LintResult(
    SourceText source,
    Subject subject,
    ImmutableList<Finding> findings,
    ImmutableList<Suppressed> suppressed,
    ImmutableList<RuleFault> faults) {

  /** Where the policy's type is known from. */
  public enum TypeSource {
    /** The caller said it. */
    STATED("stated"),
    /** Nobody said it, and it was guessed from the policy's elements. */
    GUESSED("guessed");

    private final String word;

    TypeSource(String word) {
      this.word = word;
    }

    /** The word that reports use. */
    public String word() {
      return word;
    }
  }

  /** The policy that was looked at; empty if it was a setting. */
  public Optional<Subject.Policy> policy() {
    return subject instanceof Subject.Policy policy ? Optional.of(policy) : Optional.empty();
  }

  /**
   * The same result, with some of its findings suppressed.
   *
   * @param reason why a finding is to be suppressed; empty if it stays
   */
  public LintResult suppressing(Function<Finding, Optional<String>> reason) {
    ImmutableList.Builder<Finding> kept = ImmutableList.builder();
    ImmutableList.Builder<Suppressed> all = ImmutableList.builder();
    all.addAll(suppressed);
    for (Finding finding : findings) {
      Optional<String> why = reason.apply(finding);
      if (why.isPresent()) {
        all.add(new Suppressed(finding, why.get()));
      } else {
        kept.add(finding);
      }
    }
    return with(kept.build(), all.build());
  }

  /** The same result with those of its findings only that are as bad as this, or worse. */
  public LintResult atLeast(Severity threshold) {
    return with(
        findings.stream()
            .filter(finding -> finding.severity().isAtLeast(threshold))
            .collect(ImmutableList.toImmutableList()),
        suppressed.stream()
            .filter(each -> each.finding().severity().isAtLeast(threshold))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The same result with its first findings only. */
  public LintResult first(int count) {
    return findings.size() <= count ? this : with(findings.subList(0, count), suppressed);
  }

  private LintResult with(ImmutableList<Finding> kept, ImmutableList<Suppressed> without) {
    return new LintResult(source, subject, kept, without, faults);
  }

  /** How many findings have this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Whether some finding is as bad as {@code threshold}, or worse. */
  public boolean hasAtLeast(Severity threshold) {
    return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(threshold));
  }
}
