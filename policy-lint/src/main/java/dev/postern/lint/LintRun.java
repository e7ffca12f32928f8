package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.postern.lint.rule.ConditionRule;
import dev.postern.lint.rule.JsonRule;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.LintedPrincipal;
import dev.postern.lint.rule.PolicyRule;
import dev.postern.lint.rule.PrincipalRule;
import dev.postern.lint.rule.ProblemRule;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.StatementRule;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk over one policy. */
final class LintRun {
  private static final Comparator<FindingDraft> BY_PLACE_THEN_RULE =
      Comparator.comparingInt((FindingDraft draft) -> draft.span().startOffset())
          .thenComparing(draft -> draft.rule().id());

  private final LintedPolicy policy;
  private final ImmutableList<Problem> problems;
  private final Map<Class<? extends Rule>, List<RuleRunner>> runners = new HashMap<>();
  private final List<FindingDraft> drafts = new ArrayList<>();
  private final List<RuleFault> faults = new ArrayList<>();

  LintRun(LintedPolicy policy, ImmutableList<Problem> problems, Iterable<RunningRule> rules) {
    this.policy = policy;
    this.problems = problems;
    for (RunningRule each : rules) {
      if (each.info().types().contains(policy.type().kind())) {
        RuleRunner runner =
            new RuleRunner(each, policy.document().source(), drafts::add, faults::add);
        for (Class<? extends Rule> node : each.nodes()) {
          runners.computeIfAbsent(node, any -> new ArrayList<>()).add(runner);
        }
      }
    }
  }

  /** What there is to say about the policy if it is all that its principal has. */
  LintResult alone(Subject.Policy subject, RuleChoice choice) {
    walk();
    LintedPrincipal principal = LintedPrincipal.of(ImmutableList.of(policy));
    call(PrincipalRule.class, (rule, findings) -> rule.check(principal, findings));
    return result(subject, choice);
  }

  /** What was found so far. */
  LintResult result(Subject.Policy subject, RuleChoice choice) {
    return new LintResult(
        policy.document().source(),
        subject,
        findings(subject, choice),
        ImmutableList.of(),
        ImmutableList.copyOf(faults));
  }

  /** Takes a finding at a place of the policy. */
  void add(FindingDraft draft) {
    drafts.add(draft);
  }

  /** Takes a rule that failed on more than the policy. */
  void add(RuleFault fault) {
    faults.add(fault);
  }

  /** The policy. */
  LintedPolicy policy() {
    return policy;
  }

  /** Calls the rules that need nothing but the policy. */
  void walk() {
    for (Problem problem : problems) {
      call(
          ProblemRule.class,
          (rule, findings) -> {
            if (rule.codes().contains(problem.code())) {
              rule.check(problem, policy, findings);
            }
          });
    }
    policy.json().ifPresent(this::walk);
    call(PolicyRule.class, (rule, findings) -> rule.check(policy, findings));
    for (Located<Statement> statement : policy.document().statementList()) {
      call(StatementRule.class, (rule, findings) -> rule.check(statement, policy, findings));
      for (Condition condition : statement.value().condition().value().conditions()) {
        call(
            ConditionRule.class,
            (rule, findings) -> rule.check(condition, statement, policy, findings));
      }
    }
  }

  /* As deep as the reader lets JSON nest. */
  private void walk(JsonValue value) {
    call(JsonRule.class, (rule, findings) -> rule.check(value, policy, findings));
    if (value instanceof JsonObject object) {
      object.members().forEach(member -> walk(member.value()));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(this::walk);
    }
  }

  private <R extends Rule> void call(Class<R> kind, RuleRunner.Check<R> check) {
    for (RuleRunner runner : runners.getOrDefault(kind, List.of())) {
      runner.call(kind, check);
    }
  }

  private ImmutableList<Finding> findings(Subject.Policy subject, RuleChoice choice) {
    if (drafts.isEmpty()) {
      return ImmutableList.of();
    }
    drafts.sort(BY_PLACE_THEN_RULE);
    RangeSet<Integer> unknown = unknown();
    Set<Verdict> superseded = superseded();
    Set<Verdict> settled = new HashSet<>();
    Fingerprints fingerprints = new Fingerprints(policy, subject.identity());
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (FindingDraft draft : drafts) {
      boolean known = draft.rule().isUnknownWithin() || !unknown.encloses(range(draft.span()));
      String rule = draft.rule().id();
      if (known
          && choice.wants(draft.rule(), draft.id())
          && !superseded.contains(new Verdict(rule, draft.span()))
          && settled.add(new Verdict(draft.id(), draft.span()))) {
        findings.add(
            new Finding(
                draft,
                choice.severity(draft.rule(), draft.severity()),
                fingerprints.of(draft.id(), draft.span().pointer())));
      }
    }
    return findings.build();
  }

  /** What a rule says of a place, which it says once. */
  private record Verdict(String rule, SourceSpan span) {}

  /** The verdicts that other rules give in place of the rules they belong to. */
  private Set<Verdict> superseded() {
    Set<Verdict> superseded = new HashSet<>();
    for (FindingDraft draft : drafts) {
      for (String other : draft.rule().insteadOf()) {
        superseded.add(new Verdict(other, draft.span()));
      }
    }
    return superseded;
  }

  private RangeSet<Integer> unknown() {
    RangeSet<Integer> unknown = TreeRangeSet.create();
    for (FindingDraft draft : drafts) {
      if (draft.rule().isUnknownWithin()) {
        unknown.add(range(draft.span()));
        draft.related().forEach(place -> unknown.add(range(place.span())));
      }
    }
    return unknown;
  }

  private static Range<Integer> range(SourceSpan span) {
    return Range.closedOpen(span.startOffset(), span.endOffset());
  }
}
