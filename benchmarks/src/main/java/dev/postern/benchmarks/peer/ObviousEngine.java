package dev.postern.benchmarks.peer;

import dev.postern.benchmarks.workload.PlainPolicies;
import dev.postern.benchmarks.workload.PlainPolicy;
import dev.postern.eval.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What one would write first, and with care: literals parsed, patterns cut, the caller's name in
 * place of its variable, nothing allocated; and then every statement in turn.
 */
public final class ObviousEngine {
  private final ObviousStatement[] identity;
  private final ObviousStatement[] resource;
  private final ObviousStatement[][] limits;

  private enum Says {
    YES,
    NO,
    NOTHING
  }

  /** Prepares the policies for the caller of this name. */
  public ObviousEngine(PlainPolicies policies, String caller) {
    identity = statements(policies.identity(), caller);
    resource = statements(policies.resources(), caller);
    List<ObviousStatement[]> levels = new ArrayList<>();
    if (!policies.boundaries().isEmpty()) {
      levels.add(statements(policies.boundaries(), caller));
    }
    policies.serviceControl().forEach(level -> levels.add(statements(level, caller)));
    limits = levels.toArray(ObviousStatement[][]::new);
  }

  private static ObviousStatement[] statements(List<PlainPolicy> policies, String caller) {
    return policies.stream()
        .flatMap(policy -> policy.statements().stream())
        .map(statement -> new ObviousStatement(statement, caller))
        .toArray(ObviousStatement[]::new);
  }

  /** Decides a request. */
  public Verdict decide(ObviousRequest request) {
    Says granted = say(identity, request);
    if (granted == Says.NO) {
      return Verdict.EXPLICIT_DENY;
    }
    if (request.meetsResourcePolicy()) {
      Says says = say(resource, request);
      if (says == Says.NO) {
        return Verdict.EXPLICIT_DENY;
      }
      granted = says == Says.YES ? Says.YES : granted;
    }
    for (ObviousStatement[] limit : limits) {
      Says says = say(limit, request);
      if (says == Says.NO) {
        return Verdict.EXPLICIT_DENY;
      }
      granted = says == Says.YES ? granted : Says.NOTHING;
    }
    return granted == Says.YES ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY;
  }

  private static Says say(ObviousStatement[] statements, ObviousRequest request) {
    Says says = Says.NOTHING;
    for (ObviousStatement statement : statements) {
      if (statement.matches(request)) {
        if (!statement.allows()) {
          return Says.NO;
        }
        says = Says.YES;
      }
    }
    return says;
  }
}
