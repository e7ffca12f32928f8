package dev.postern.lint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Sets;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.account.AccountDetails;
import dev.postern.lint.account.AccountPolicy;
import dev.postern.lint.account.AccountPrincipal;
import dev.postern.lint.rule.LintedAccount;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.LintedPrincipal;
import dev.postern.lint.rule.ProblemRule;
import dev.postern.model.PolicyType;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One look at one account. */
final class AccountRun {
  private final AccountDetails details;
  private final Linter linter;
  private final LintedAccount account;
  private final JointRun joint;
  private final Map<AccountPolicy, LintRun> runs = new LinkedHashMap<>();

  AccountRun(AccountDetails details, Linter linter) {
    this.details = details;
    this.linter = linter;
    this.account = LintedAccount.of(details, linter.background());
    this.joint = new JointRun(linter.ruleSet().running());
  }

  /** A result, and where in the text stands what it is about. */
  private record Placed(int offset, LintResult result) {}

  ImmutableList<LintResult> results() {
    for (AccountPolicy policy : account.policies()) {
      runs.put(policy, joint.walk(account.policy(policy), policy.reading().problems()));
    }
    account.principals().forEach(principal -> joint.check(principal, details.source()));
    nobodys().forEach(policy -> joint.check(alone(policy), details.source()));
    joint.check(account);
    List<Placed> results = new ArrayList<>();
    addOthers(joint.distribute(), results);
    UnaryOperator<SourceSpan> inAccount = places();
    runs.forEach((policy, run) -> results.add(result(policy, run, inAccount)));
    results.sort(Comparator.comparingInt(Placed::offset));
    return results.stream().map(Placed::result).collect(toImmutableList());
  }

  /* A policy that nobody has is judged as if somebody had it and no other. */
  private ImmutableList<LintedPolicy> nobodys() {
    Set<LintedPolicy> held = Sets.newIdentityHashSet();
    account.principals().forEach(principal -> held.addAll(principal.policies()));
    return details.policies().stream()
        .map(account::policy)
        .filter(policy -> !held.contains(policy))
        .collect(toImmutableList());
  }

  private static LintedPrincipal alone(LintedPolicy policy) {
    return LintedPrincipal.of(ImmutableList.of(policy));
  }

  private Placed result(AccountPolicy policy, LintRun run, UnaryOperator<SourceSpan> inAccount) {
    Subject.Policy subject =
        new Subject.Policy(
            policy.identity(), policy.title(), run.policy().type(), TypeSource.STATED);
    LintResult result = run.result(subject, linter.ruleSet().choice());
    return new Placed(
        policy.inAccount(run.policy().span()).startOffset(),
        new LintResult(
            details.source(),
            subject,
            result.findings().stream()
                .map(finding -> finding.movedBy(inAccount))
                .collect(toImmutableList()),
            result.suppressed(),
            result.faults()));
  }

  /** From places in decoded documents to those in the account's text. */
  private UnaryOperator<SourceSpan> places() {
    ImmutableMap.Builder<SourceText, AccountPolicy> decoded = ImmutableMap.builder();
    for (AccountPolicy policy : runs.keySet()) {
      SourceText text = policy.reading().readablePart().source();
      if (text != details.source()) {
        decoded.put(text, policy);
      }
    }
    ImmutableMap<SourceText, AccountPolicy> byText = decoded.buildOrThrow();
    return span ->
        Optional.ofNullable(byText.get(span.source()))
            .map(policy -> policy.inAccount(span))
            .orElse(span);
  }

  private void addOthers(ImmutableList<FindingDraft> drafts, List<Placed> results) {
    TreeMap<Integer, AccountPrincipal> byPlace = new TreeMap<>();
    for (AccountPrincipal principal : details.principals()) {
      byPlace.put(principal.entry().json().span().startOffset(), principal);
    }
    ListMultimap<Integer, FindingDraft> ofPrincipals = LinkedListMultimap.create();
    List<FindingDraft> ofAccount = new ArrayList<>(problems());
    for (FindingDraft draft : drafts) {
      Map.Entry<Integer, AccountPrincipal> entry = byPlace.floorEntry(draft.span().startOffset());
      if (entry != null && encloses(entry.getValue(), draft.span())) {
        ofPrincipals.put(entry.getKey(), draft);
      } else {
        ofAccount.add(draft);
      }
    }
    add(new Subject.Account(details.source().name()), 0, ofAccount, joint.faults(), results);
    for (int offset : ofPrincipals.keySet()) {
      AccountPrincipal principal = Objects.requireNonNull(byPlace.get(offset));
      add(
          new Subject.Principal(principal.arn(), principal.describe()),
          offset,
          ofPrincipals.get(offset),
          ImmutableList.of(),
          results);
    }
  }

  private static boolean encloses(AccountPrincipal principal, SourceSpan span) {
    return span.endOffset() <= principal.entry().json().span().endOffset();
  }

  /* A result without a finding says that a policy was looked at; of others nobody asks that. */
  private void add(
      Subject subject,
      int offset,
      List<FindingDraft> drafts,
      ImmutableList<RuleFault> faults,
      List<Placed> results) {
    LintResult result =
        SubjectResult.of(details.source(), subject, drafts, faults, linter.ruleSet().choice());
    if (!result.findings().isEmpty() || !faults.isEmpty()) {
      results.add(new Placed(offset, result));
    }
  }

  /* What could not be read, in the words of the rules that speak of it. */
  private List<FindingDraft> problems() {
    LintedPolicy nothing =
        LintedPolicy.of(Linter.nothing(details.source(), PolicyType.IDENTITY), linter.background());
    List<FindingDraft> drafts = new ArrayList<>();
    for (RunningRule rule : linter.ruleSet().running()) {
      if (rule.rule() instanceof ProblemRule known) {
        for (Problem problem : details.problems()) {
          if (known.codes().contains(problem.code())) {
            new RuleRunner(rule, details.source(), drafts::add, fault -> {})
                .call(ProblemRule.class, (check, found) -> check.check(problem, nothing, found));
          }
        }
      }
    }
    return drafts;
  }
}
