package dev.postern.lint;

import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.model.source.SourceSpan;

/** Takes what there is to say about a setting of the linter's own. */
public interface SettingFindings {
  /** Begins a finding of a rule at a place; it counts once it is added. */
  Findings.Draft at(RuleInfo rule, SourceSpan span);
}
