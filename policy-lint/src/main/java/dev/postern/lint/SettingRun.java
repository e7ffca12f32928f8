package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What there is to say about one setting. */
final class SettingRun {
  private static final Comparator<FindingDraft> BY_PLACE_THEN_RULE =
      Comparator.comparingInt((FindingDraft draft) -> draft.span().startOffset())
          .thenComparing(FindingDraft::id);

  private SettingRun() {}

  static LintResult of(
      SourceText source,
      Subject.Setting subject,
      RuleChoice choice,
      Consumer<SettingFindings> review) {
    List<FindingDraft> drafts = new ArrayList<>();
    review.accept((rule, span) -> new FindingDraft(rule, span, drafts::add));
    ImmutableList<Finding> findings =
        drafts.stream()
            .filter(draft -> choice.wants(draft.rule(), draft.id()))
            .sorted(BY_PLACE_THEN_RULE)
            .map(draft -> finding(draft, subject, choice))
            .collect(ImmutableList.toImmutableList());
    return new LintResult(source, subject, findings, ImmutableList.of(), ImmutableList.of());
  }

  /* What stands there tells one entry from another, wherever it is moved to. */
  private static Finding finding(FindingDraft draft, Subject.Setting subject, RuleChoice choice) {
    return new Finding(
        draft,
        choice.severity(draft.rule(), draft.severity()),
        Fingerprints.of(draft.id(), subject.identity(), draft.span().text()));
  }
}
