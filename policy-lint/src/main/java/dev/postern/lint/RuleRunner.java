package dev.postern.lint;

import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.function.Consumer;

/** A rule and what takes its findings; a rule that failed once is not called again. */
final class RuleRunner implements Findings {
  private final RunningRule rule;
  private final SourceText source;
  private final Consumer<FindingDraft> drafts;
  private final Consumer<RuleFault> faults;
  private boolean failed;

  /**
   * A rule that is about to run.
   *
   * @param source the text that it looks at
   */
  RuleRunner(
      RunningRule rule,
      SourceText source,
      Consumer<FindingDraft> drafts,
      Consumer<RuleFault> faults) {
    this.rule = rule;
    this.source = source;
    this.drafts = drafts;
    this.faults = faults;
  }

  /** What a rule of some kind does. */
  interface Check<R extends Rule> {
    void run(R rule, Findings findings);
  }

  @Override
  public Draft at(SourceSpan span) {
    return new FindingDraft(rule.info(), span, drafts);
  }

  RuleInfo info() {
    return rule.info();
  }

  /* A rule may be anybody's, so all that can go wrong in one does. */
  <R extends Rule> void call(Class<R> kind, Check<R> check) {
    if (failed) {
      return;
    }
    try {
      check.run(kind.cast(rule.rule()), this);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      failed = true;
      faults.accept(new RuleFault(rule.info(), source, e));
    }
  }
}
