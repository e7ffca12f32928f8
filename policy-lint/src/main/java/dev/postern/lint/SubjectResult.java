package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceText;
import java.util.Collection;
import java.util.Comparator;

/** What there is to say about something that is no policy. */
final class SubjectResult {
  private static final Comparator<FindingDraft> BY_PLACE_THEN_RULE =
      Comparator.comparingInt((FindingDraft draft) -> draft.span().startOffset())
          .thenComparing(FindingDraft::id);

  private SubjectResult() {}

  static LintResult of(
      SourceText source,
      Subject subject,
      Collection<FindingDraft> drafts,
      ImmutableList<RuleFault> faults,
      RuleChoice choice) {
    ImmutableList<Finding> findings =
        drafts.stream()
            .filter(draft -> choice.wants(draft.rule(), draft.id()))
            .sorted(BY_PLACE_THEN_RULE)
            .map(draft -> finding(draft, subject, choice))
            .collect(ImmutableList.toImmutableList());
    return new LintResult(source, subject, findings, ImmutableList.of(), faults);
  }

  /* What stands there tells one entry from another, wherever it is moved to. */
  private static Finding finding(FindingDraft draft, Subject subject, RuleChoice choice) {
    return new Finding(
        draft,
        choice.severity(draft.rule(), draft.severity()),
        Fingerprints.of(draft.id(), subject.identity(), draft.span().text()));
  }
}
