package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.eval.CompiledPolicy;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Arrays;
import java.util.Collection;

/**
 * The actions that policies grant: what {@code Allow} statements speak of, without what a {@code
 * Deny} takes away for sure.
 */
final class Grants {
  private final ImmutableList<CompiledPolicy> granting;
  private final ImmutableList<CompiledPolicy> all;
  private final Catalog catalog = Catalog.bundled();

  private Grants(ImmutableList<CompiledPolicy> granting, ImmutableList<CompiledPolicy> all) {
    this.granting = granting;
    this.all = all;
  }

  /** Of policies that apply together: those of identities and resources grant, the others limit. */
  static Grants of(ImmutableList<CompiledPolicy> policies) {
    return new Grants(
        policies.stream()
            .filter(Denials::grants)
            .distinct()
            .collect(ImmutableList.toImmutableList()),
        policies);
  }

  /** Of one policy, whatever its type. */
  static Grants of(CompiledPolicy policy) {
    return new Grants(ImmutableList.of(policy), ImmutableList.of(policy));
  }

  /**
   * What is granted beyond these actions, for a failure; empty if nothing is.
   *
   * @throws IllegalArgumentException if one is no pattern of actions
   */
  String beyond(String... patterns) {
    ImmutableList<ActionPattern> limits =
        Arrays.stream(patterns).map(ActionPattern::of).collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<Excess> found = ImmutableList.builder();
    for (CompiledPolicy policy : granting) {
      Denials denials = Denials.against(policy, all);
      ImmutableList<Located<Statement>> statements = policy.document().statementList();
      for (int i = 0; i < statements.size(); i++) {
        if (statements.get(i).value().isAllow()) {
          excess(policy, i, denials, limits, found);
        }
      }
    }
    ImmutableList<Excess> excess = found.build();
    return excess.isEmpty() ? "" : Excess.text(limits, excess, catalog);
  }

  private void excess(
      CompiledPolicy policy,
      int index,
      Denials denials,
      ImmutableList<ActionPattern> limits,
      ImmutableList.Builder<Excess> found) {
    Located<ActionElement> element = policy.document().statementList().get(index).value().action();
    if (element.value() instanceof ActionElement.NotAction) {
      ImmutableList<ActionDefinition> left =
          catalog.expand("*").stream()
              .filter(action -> element.value().covers(name(action)))
              .filter(action -> isExcess(name(action), denials, limits))
              .collect(ImmutableList.toImmutableList());
      add(left, policy, index, element, found);
      return;
    }
    for (Located<ActionPattern> pattern : element.value().patterns()) {
      ImmutableList<ActionDefinition> known = catalog.expand(pattern.value().text());
      ImmutableList<ActionDefinition> left =
          known.stream()
              .filter(action -> isExcess(name(action), denials, limits))
              .collect(ImmutableList.toImmutableList());
      add(left, policy, index, pattern, found);
      if (known.isEmpty() && isExcess(pattern.value(), denials, limits)) {
        found.add(
            new Excess(
                ImmutableList.of(pattern.value().text()), true, policy, index, pattern.span()));
      }
    }
  }

  private void add(
      Collection<ActionDefinition> actions,
      CompiledPolicy policy,
      int index,
      Located<?> place,
      ImmutableList.Builder<Excess> found) {
    if (!actions.isEmpty()) {
      found.add(new Excess(catalog.compress(actions), false, policy, index, place.span()));
    }
  }

  private static ActionName name(ActionDefinition action) {
    return ActionName.of(action.fullName());
  }

  private static boolean isExcess(
      ActionName action, Denials denials, ImmutableList<ActionPattern> limits) {
    return limits.stream().noneMatch(limit -> limit.matches(action)) && !denials.cover(action);
  }

  /* Nobody can list what it matches, so another pattern has to cover it as a whole. */
  private static boolean isExcess(
      ActionPattern unknown, Denials denials, ImmutableList<ActionPattern> limits) {
    return limits.stream().noneMatch(limit -> covers(limit, unknown)) && !denials.cover(unknown);
  }

  /** Whether a pattern matches every action that another one matches. */
  static boolean covers(ActionPattern pattern, ActionPattern other) {
    return Glob.of(pattern.servicePattern()).covers(Glob.of(other.servicePattern()))
        && Glob.of(pattern.namePattern()).covers(Glob.of(other.namePattern()));
  }
}
