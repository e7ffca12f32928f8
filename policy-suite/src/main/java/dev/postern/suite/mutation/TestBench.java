package dev.postern.suite.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.postern.eval.Authorization;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.Scenario;
import dev.postern.suite.TestedPolicy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The tests that can notice something, by the policies they attach.
 *
 * <p>A policy is known by what it says, which takes time to compare; so each object that tests
 * attach is compared once, here, and those that say the same are one object from then on.
 */
final class TestBench {
  private final Authorizer authorizer;
  private final Map<CompiledPolicy, TestedPolicy> attached = new HashMap<>();
  private final Map<TestedPolicy, TestedPolicy> policies = new LinkedHashMap<>();
  private final SetMultimap<TestedPolicy, Scenario> tests = LinkedHashMultimap.create();
  private final ImmutableList.Builder<Scenario> without = ImmutableList.builder();

  private TestBench(Authorizer authorizer) {
    this.authorizer = authorizer;
  }

  static TestBench of(
      Iterable<Scenario> scenarios, Predicate<CompiledPolicy> changed, Authorizer authorizer) {
    TestBench bench = new TestBench(authorizer);
    scenarios.forEach(scenario -> bench.add(scenario, changed));
    return bench;
  }

  private void add(Scenario scenario, Predicate<CompiledPolicy> changed) {
    boolean notices = scenario.expectation().isStated() && scenario.run(authorizer).isAsExpected();
    if (!notices) {
      without.add(scenario);
    }
    for (Authorization authorization : scenario.authorizations()) {
      for (CompiledPolicy policy : authorization.policies().policies()) {
        if (changed.test(policy)) {
          TestedPolicy tested = attached.computeIfAbsent(policy, this::known);
          if (notices) {
            tests.put(tested, scenario);
          }
        }
      }
    }
  }

  private TestedPolicy known(CompiledPolicy policy) {
    TestedPolicy tested = TestedPolicy.of(policy);
    TestedPolicy known = policies.putIfAbsent(tested, tested);
    return known == null ? tested : known;
  }

  /** What is attached and may be changed, in the order of the tests. */
  ImmutableSet<TestedPolicy> policies() {
    return ImmutableSet.copyOf(policies.keySet());
  }

  /** The tests that could notice nothing. */
  ImmutableList<Scenario> without() {
    return without.build();
  }

  /** Whether a test notices a mutant. Other threads may ask, too. */
  MutantOutcome test(Mutant mutant) {
    CompiledPolicy compiled = CompiledPolicy.of(mutant.document());
    // One object for each that it stands in for: it keeps what was found for an action.
    Map<CompiledPolicy, CompiledPolicy> inPlace = new HashMap<>();
    for (Scenario scenario : tests.get(mutant.policy())) {
      Scenario changed =
          scenario.withPolicies(
              policy ->
                  mutant.policy().equals(attached.get(policy))
                      ? inPlace.computeIfAbsent(policy, old -> disguised(compiled, old))
                      : policy);
      if (!changed.run(authorizer).isAsExpected()) {
        return new MutantOutcome.Noticed(mutant, scenario.name());
      }
    }
    return new MutantOutcome.Survived(mutant);
  }

  /* Under the name and ARN of what it stands in for, which expectations may be about. */
  private static CompiledPolicy disguised(CompiledPolicy mutant, CompiledPolicy original) {
    CompiledPolicy named = mutant.named(original.name());
    return original.arn().map(named::withArn).orElse(named);
  }
}
