package dev.postern.cli.html;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RulePage;

/**
 * A rule that found something, as the page shows it.
 *
 * @param info what there is to know about it
 * @param found how often
 * @param suppressed how often for nothing
 */
record RulePart(RuleInfo info, int found, int suppressed) {

  String id() {
    return info.id();
  }

  ImmutableList<Inline> title() {
    return Inline.split(info.title());
  }

  int total() {
    return found + suppressed;
  }

  String issueCode() {
    return info.issueCode().orElse("");
  }

  /** What other tools call it. */
  String peers() {
    return Joiner.on(", ").join(info.peers());
  }

  /** Its page; a rule from elsewhere may have none. */
  ImmutableList<Block> page() {
    return BuiltInRules.named(info.id())
        .flatMap(RulePage::of)
        .map(page -> Block.read(page.text()))
        .orElse(ImmutableList.of());
  }
}
