package dev.postern.lint.rule;

import dev.postern.model.source.Located;

/** What is said of an entry that another entry of its list makes superfluous. */
final class RedundantEntry {
  private RedundantEntry() {}

  static void report(
      Fix.Kind kind,
      Located<String> entry,
      Located<String> covering,
      LintedPolicy policy,
      Findings findings) {
    String text = entry.value();
    Findings.Draft draft =
        findings
            .at(entry.span())
            .message(
                text.equals(covering.value())
                    ? "`" + text + "` stands twice in the list"
                    : "`" + text + "` lies within `" + covering.value() + "`")
            .advice("take it out; the other entry matches all that it matches")
            .related(covering.span(), "this entry matches as much");
    ListEdit.remove(kind, "take `" + text + "` out of the list", entry.span(), policy)
        .ifPresent(draft::fix);
    draft.add();
  }
}
