package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** Every built-in rule. */
public final class BuiltInRules {
  /** All of them, the strict ones included, in the order of their ids' families. */
  public static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .addAll(ReaderProblems.ALL)
          .add(MissingElement.statement())
          .add(MissingElement.effect())
          .add(MissingElement.action())
          .add(MissingElement.principal())
          .add(MissingElement.resource())
          .add(new StatementEmpty())
          .add(new VersionMissing())
          .build();

  private BuiltInRules() {}
}
