package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What there is to say about one setting. */
final class SettingRun {
  private SettingRun() {}

  static LintResult of(
      SourceText source,
      Subject.Setting subject,
      RuleChoice choice,
      Consumer<SettingFindings> review) {
    List<FindingDraft> drafts = new ArrayList<>();
    review.accept((rule, span) -> new FindingDraft(rule, span, drafts::add));
    return SubjectResult.of(source, subject, drafts, ImmutableList.of(), choice);
  }
}
