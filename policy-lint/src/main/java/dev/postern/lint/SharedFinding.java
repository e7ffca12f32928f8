package dev.postern.lint;

import dev.postern.lint.account.AccountPrincipal;
import dev.postern.lint.rule.LintedPrincipal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a rule finds at one place for several principals, and is told once. */
final class SharedFinding {
  /** Further places that are kept. A policy that everybody has may have one for each. */
  private static final int MOST_RELATED = 10;

  private final FindingDraft draft;
  private final List<AccountPrincipal> principals = new ArrayList<>();
  private final Set<Finding.Related> related = new HashSet<>();

  SharedFinding(FindingDraft draft) {
    this.draft = draft;
    this.related.addAll(draft.related());
  }

  void add(FindingDraft same, LintedPrincipal principal) {
    principal.details().ifPresent(principals::add);
    for (Finding.Related place : same.related()) {
      if (related.size() < MOST_RELATED && related.add(place)) {
        draft.related(place.span(), place.note());
      }
    }
    if (same.severity().isAtLeast(draft.severity())) {
      draft.severity(same.severity());
    }
  }

  /** The finding as its rule told it. */
  FindingDraft draft() {
    return draft;
  }

  /** The finding with the names of those whom it is about. */
  FindingDraft named() {
    return principals.isEmpty()
        ? draft
        : draft.message(draft.message() + " (" + AccountPrincipal.describe(principals) + ")");
  }
}
