package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Condition;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;

/**
 * White space that keeps an action, a resource, a principal or a condition key from ever matching.
 * Names of objects and keys of tags may hold some, so theirs is left alone unless it stands at an
 * end.
 */
final class StringStraySpace implements ProblemRule, StatementRule, ConditionRule {
  /** Where the free part of an ARN begins: behind so many colons. */
  private static final int FIXED_FIELDS = 5;

  @Override
  public RuleInfo info() {
    return RuleInfo.error("string-stray-space", "white space that keeps a string from matching")
        .issueCode("INVALID_ACTION")
        .insteadOf("arn-prefix", "arn-fields", "principal-value-invalid", "condition-key-format");
  }

  @Override
  public ImmutableSet<ProblemCode> codes() {
    return ImmutableSet.of(ProblemCode.STRING_STRAY_SPACE);
  }

  @Override
  public void check(Problem problem, LintedPolicy policy, Findings findings) {
    findings.add(problem.span(), problem.message(), problem.help());
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> resource : statement.value().resource().value().patterns()) {
      String text = resource.value().text();
      if (hasSpace(text, freePart(text, ':', FIXED_FIELDS))) {
        report(resource.span(), "resource", text, findings);
      }
    }
    if (statement.value().principal().value().principals() instanceof PrincipalSet.Listed listed) {
      for (PrincipalSet.Entry entry : listed.entries()) {
        for (Located<PrincipalValue> principal : entry.values().value()) {
          String text = principal.value().text();
          if (hasSpace(text, text.length())) {
            report(principal.span(), "principal", text, findings);
          }
        }
      }
    }
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    String text = condition.key().value().text();
    if (hasSpace(text, freePart(text, '/', 1))) {
      report(condition.key().span(), "condition key", text, findings);
    }
  }

  private static void report(SourceSpan span, String what, String text, Findings findings) {
    findings
        .at(span)
        .message("white space in the " + what + " `" + text + "`")
        .advice("it never matches; take it out")
        .withoutIssueCode()
        .add();
  }

  /** Where the part begins that an author may fill with anything; the length if there is none. */
  private static int freePart(String text, char separator, int separators) {
    int at = -1;
    for (int i = 0; i < separators; i++) {
      at = text.indexOf(separator, at + 1);
      if (at < 0) {
        return text.length();
      }
    }
    return at;
  }

  private static boolean hasSpace(String text, int fixed) {
    return !text.strip().equals(text)
        || text.chars().limit(fixed).anyMatch(Character::isWhitespace);
  }
}
