package dev.postern.eval;

import dev.postern.model.ActionName;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a group of policies that speak of one action, those that deny and those that
 * allow apart.
 *
 * @param denies by the requested ARN
 * @param allows by the requested ARN
 * @param allowsEverything whether one of them allows every request
 */
record GroupPlan(ResourceIndex denies, ResourceIndex allows, boolean allowsEverything) {
  static GroupPlan of(ActionName action, Iterable<CompiledPolicy> policies) {
    boolean everything = false;
    List<CompiledStatement> denies = new ArrayList<>();
    List<CompiledStatement> allows = new ArrayList<>();
    for (CompiledPolicy policy : policies) {
      everything |= policy.allowsEverything();
      for (CompiledStatement statement : policy.statements()) {
        if (statement.action().matches(action).taken(statement.effect())) {
          (statement.isAllow() ? allows : denies).add(statement);
        }
      }
    }
    return new GroupPlan(ResourceIndex.of(denies), ResourceIndex.of(allows), everything);
  }

  /** Whether some statement denies, by the reading that is taken. */
  boolean denies(PreparedRequest request, PolicySet set) {
    return denies.anyMatches(request, set);
  }

  /** Whether some statement allows, by the reading that is taken. */
  boolean allows(PreparedRequest request, PolicySet set) {
    return allowsEverything || allows.anyMatches(request, set);
  }
}
