package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.AccountRule;
import dev.postern.lint.rule.LintedAccount;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.LintedPrincipal;
import dev.postern.lint.rule.PrincipalRule;
import dev.postern.lint.rule.Rule;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Policies that are judged each by itself, and by those who have them. */
final class JointRun {
  private final ImmutableList<RunningRule> rules;
  private final Map<SourceText, TreeMap<Integer, LintRun>> runs = new HashMap<>();
  private final Map<Verdict, SharedFinding> shared = new LinkedHashMap<>();
  private final List<FindingDraft> outside = new ArrayList<>();
  private final List<RuleFault> faults = new ArrayList<>();

  JointRun(ImmutableList<RunningRule> rules) {
    this.rules = rules;
  }

  /** What a rule says of a place, which it says once. */
  private record Verdict(String finding, SourceSpan span) {}

  /** Looks at a policy by itself. */
  LintRun walk(LintedPolicy policy, ImmutableList<Problem> problems) {
    LintRun run = new LintRun(policy, problems, rules);
    run.walk();
    runs.computeIfAbsent(policy.document().source(), source -> new TreeMap<>())
        .put(policy.span().startOffset(), run);
    return run;
  }

  /** Looks at all that somebody has; his policies are known already. */
  void check(LintedPrincipal principal, SourceText source) {
    for (RunningRule rule : rules) {
      if (rule.rule() instanceof PrincipalRule) {
        call(
            PrincipalRule.class,
            rule,
            source,
            draft -> share(draft, principal),
            (check, findings) -> check.check(principal, findings));
      }
    }
  }

  private void share(FindingDraft draft, LintedPrincipal principal) {
    shared
        .computeIfAbsent(new Verdict(draft.id(), draft.span()), verdict -> new SharedFinding(draft))
        .add(draft, principal);
  }

  /** Looks at an account, whose policies are known already. */
  void check(LintedAccount account) {
    for (RunningRule rule : rules) {
      if (rule.rule() instanceof AccountRule) {
        call(
            AccountRule.class,
            rule,
            account.details().source(),
            this::place,
            (check, findings) -> check.check(account, findings));
      }
    }
  }

  private <R extends Rule> void call(
      Class<R> kind,
      RunningRule rule,
      SourceText source,
      Consumer<FindingDraft> drafts,
      RuleRunner.Check<R> check) {
    new RuleRunner(rule, source, drafts, faults::add).call(kind, check);
  }

  /** Gives the policies what was found in them; what is left stands in none. */
  ImmutableList<FindingDraft> distribute() {
    for (SharedFinding finding : shared.values()) {
      if (runAt(finding.draft().span()).isPresent()) {
        place(finding.named());
      } else {
        outside.add(finding.draft());
      }
    }
    return ImmutableList.copyOf(outside);
  }

  private void place(FindingDraft draft) {
    Optional<LintRun> run = runAt(draft.span());
    if (run.isPresent()) {
      run.get().add(draft);
    } else {
      outside.add(draft);
    }
  }

  private Optional<LintRun> runAt(SourceSpan span) {
    return Optional.ofNullable(runs.get(span.source()))
        .map(ofText -> ofText.floorEntry(span.startOffset()))
        .map(Map.Entry::getValue)
        .filter(run -> span.endOffset() <= run.policy().span().endOffset());
  }

  /** The rules that failed on a principal or an account. */
  ImmutableList<RuleFault> faults() {
    return ImmutableList.copyOf(faults);
  }
}
