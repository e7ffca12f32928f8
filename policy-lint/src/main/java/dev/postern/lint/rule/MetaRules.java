package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about the linter's own settings. */
public final class MetaRules {
  /** A suppression that suppresses nothing. */
  public static final RuleInfo SUPPRESSION_UNUSED =
      RuleInfo.warning("meta-suppression-unused", "a suppression that suppresses nothing");

  /** A suppression without a reason. */
  public static final RuleInfo SUPPRESSION_NO_REASON =
      RuleInfo.warning("meta-suppression-no-reason", "a suppression without a reason");

  /** A suppression past its date. */
  public static final RuleInfo SUPPRESSION_EXPIRED =
      RuleInfo.warning("meta-suppression-expired", "a suppression past its date");

  /** A setting that names no rule. */
  public static final RuleInfo SUPPRESSION_UNKNOWN_RULE =
      RuleInfo.error("meta-suppression-unknown-rule", "a setting that names no rule");

  /** An entry of a baseline that matches nothing. */
  public static final RuleInfo BASELINE_STALE =
      RuleInfo.suggestion("meta-baseline-stale", "an entry of the baseline that is found no more");

  /** A catalog that is old. */
  public static final RuleInfo CATALOG_OLD =
      RuleInfo.suggestion("meta-catalog-old", "a catalog that AWS has gone past");

  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          new MetaRule(SUPPRESSION_UNUSED),
          new MetaRule(SUPPRESSION_NO_REASON),
          new MetaRule(SUPPRESSION_EXPIRED),
          new MetaRule(SUPPRESSION_UNKNOWN_RULE),
          new MetaRule(BASELINE_STALE),
          new MetaRule(CATALOG_OLD));

  private MetaRules() {}
}
