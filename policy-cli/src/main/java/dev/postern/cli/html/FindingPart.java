package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.Finding.Related;
import dev.postern.lint.rule.Severity;

/**
 * A finding as the page shows it.
 *
 * @param anchor what links to it name
 * @param finding what was found
 * @param reasons why it counts for nothing; none if it counts
 * @param frame the place
 * @param places those that belong to it
 * @param morePlaces how many of those are not shown
 */
record FindingPart(
    String anchor,
    Finding finding,
    ImmutableList<String> reasons,
    Frame frame,
    ImmutableList<Place> places,
    int morePlaces) {
  /** Further places that are shown; the others are counted. */
  private static final int PLACES_SHOWN = 5;

  static FindingPart of(String anchor, Finding finding, ImmutableList<String> reasons) {
    Frame frame =
        Frame.around(
            finding.span(),
            finding.related().stream().map(Related::span).collect(ImmutableList.toImmutableList()));
    return new FindingPart(
        anchor,
        finding,
        reasons,
        frame,
        finding.related().stream()
            .limit(PLACES_SHOWN)
            .map(related -> Place.of(related, finding.file(), frame))
            .collect(ImmutableList.toImmutableList()),
        Math.max(0, finding.related().size() - PLACES_SHOWN));
  }

  boolean isSuppressed() {
    return !reasons.isEmpty();
  }

  Severity severity() {
    return finding.severity();
  }

  String position() {
    return finding.span().start().toString();
  }

  ImmutableList<Inline> message() {
    return Inline.split(finding.message());
  }

  /** What the rule finds. */
  ImmutableList<Inline> title() {
    return Inline.split(finding.rule().title());
  }

  ImmutableList<Inline> advice() {
    return Inline.split(finding.advice());
  }

  /** Access Analyzer's code; empty if it has none. */
  String issueCode() {
    return finding.issueCode().orElse("");
  }

  /** How it can be mended: one way or none. */
  ImmutableList<Mend> mends() {
    return finding.fix().map(fix -> ImmutableList.of(Mend.of(fix))).orElse(ImmutableList.of());
  }
}
