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
 */
record ActionPlan(ResourceIndex denies, ResourceIndex allows) {
  static ActionPlan of(ActionName action, Iterable<CompiledPolicy> policies) {
    List<CompiledStatement> denies = new ArrayList<>();
    List<CompiledStatement> allows = new ArrayList<>();
    for (CompiledPolicy policy : policies) {
      for (CompiledStatement statement : policy.statements()) {
        if (statement.action().matches(action).taken(statement.effect())) {
          (statement.isAllow() ? allows : denies).add(statement);
        }
      }
    }
    return new ActionPlan(ResourceIndex.of(denies), ResourceIndex.of(allows));
  }
}
