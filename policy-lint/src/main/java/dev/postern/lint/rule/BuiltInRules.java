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
          .add(new DocBadCharacter())
          .add(new DocTemplateLeft())
          .add(new DocPlaceholderAccount())
          .add(new DocTypeHint())
          .add(new StringStraySpace())
          .add(new VersionMissing())
          .add(new VersionOld())
          .add(new VersionOldVariable())
          .add(SidDuplicate.refused())
          .add(SidDuplicate.accepted())
          .add(new SidCharacters())
          .add(new SidEmpty())
          .add(new SidMissing())
          .add(new SidMisleading())
          .add(PolicySize.managed())
          .add(PolicySize.trust())
          .add(PolicySize.resource())
          .add(PolicySize.serviceControl())
          .add(PolicySize.resourceControl())
          .add(PolicySize.session())
          .add(PolicySize.vpcEndpoint())
          .add(new SizeNearLimit())
          .build();

  private BuiltInRules() {}
}
