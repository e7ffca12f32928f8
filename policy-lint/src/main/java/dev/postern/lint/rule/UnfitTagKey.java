package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A statement that requires a tag of actions whose requests never have it. */
interface UnfitTagKey extends StatementRule {
  /** Which kind of tag key it speaks of. */
  TagKey.Family family();

  /** Of an action that never has the tag. */
  String unfit();

  /** What would be right. */
  String advice();

  /** Whether no request for an entry of {@code Action} has the tag. */
  boolean isUnfit(ActionPattern pattern, KeyUse use, LintedPolicy policy);

  /** Why, behind the names of the actions. */
  String because(KeyUse use, LintedPolicy policy);

  @Override
  default void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!(statement.action().value() instanceof ActionElement.Action)) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(use -> TagKey.isOf(use, family()))
        .filter(use -> TagKey.isRequired(use, statement))
        .findFirst()
        .ifPresent(use -> check(use, statement, policy, findings));
  }

  private void check(KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ActionPattern>> entries =
        statement.action().value().patterns().stream()
            .filter(pattern -> isUnfit(pattern.value(), use, policy))
            .collect(toImmutableList());
    if (entries.isEmpty()) {
      return;
    }
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                (statement.isAllow() ? "never allowed here: " : "always denied here: ")
                    + NameList.quoted(
                        entries.stream()
                            .map(pattern -> pattern.value().text())
                            .collect(toImmutableList()))
                    + because(use, policy))
            .advice(advice());
    entries.stream().limit(10).forEach(pattern -> draft.related(pattern.span(), unfit()));
    draft.add();
  }
}
