package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.function.Predicate;

/**
 * What a linter has to say about one policy.
 *
 * @param source the text that the policy stands in
 * @param policyType what the policy was read as
 * @param policyTypeSource whether somebody said so
 * @param findings by place, then by rule
 * @param suppressed findings that count for nothing, in the same order
 * @param faults the rules that failed; normally none
 */
public record LintResult(
    SourceText source,
    PolicyType policyType,
    TypeSource policyTypeSource,
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

  /** The same result, with some of its findings suppressed. */
  LintResult suppressing(Predicate<Finding> which, String reason) {
    ImmutableList.Builder<Finding> kept = ImmutableList.builder();
    ImmutableList.Builder<Suppressed> all = ImmutableList.builder();
    all.addAll(suppressed);
    for (Finding finding : findings) {
      if (which.test(finding)) {
        all.add(new Suppressed(finding, reason));
      } else {
        kept.add(finding);
      }
    }
    return new LintResult(source, policyType, policyTypeSource, kept.build(), all.build(), faults);
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
