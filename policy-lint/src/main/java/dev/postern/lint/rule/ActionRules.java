package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about actions. */
final class ActionRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .addAll(NonexistentAction.ALL)
          .add(new ActionServiceWildcard())
          .add(new ActionCase())
          .add(new ActionRedundant())
          .add(new ActionUnsupportedInPolicy())
          .add(new ActionDependencyMissing())
          .add(new NotActionAllow())
          .add(NotActionTypo.grants())
          .add(NotActionTypo.denies())
          .add(new NotActionNotResourceAllow())
          .build();

  private ActionRules() {}
}
