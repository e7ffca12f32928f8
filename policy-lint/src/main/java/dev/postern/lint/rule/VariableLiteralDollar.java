package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionValue;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/** A dollar sign before what is a variable to a shell or a template, and to IAM plain text. */
final class VariableLiteralDollar implements StatementRule {
  private static final CharMatcher UPPER = CharMatcher.inRange('A', 'Z').or(CharMatcher.is('_'));
  private static final CharMatcher WORD =
      UPPER.or(CharMatcher.inRange('a', 'z')).or(CharMatcher.inRange('0', '9'));
  /* Versions of functions and of documents: names of AWS's own that begin with the sign. */
  private static final ImmutableList<String> NAMES = ImmutableList.of("LATEST", "DEFAULT");

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
        "variable-literal-dollar", "a `$` without a brace begins no policy variable");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> resource : statement.value().resource().value().patterns()) {
      check(resource.value().text(), resource.span(), findings);
    }
    for (KeyUse test : KeyUse.allOf(statement.value(), policy)) {
      for (Located<ConditionValue> value : test.values()) {
        check(value.value().text(), value.span(), findings);
      }
    }
  }

  private static void check(String text, SourceSpan span, Findings findings) {
    int dollar = text.indexOf('$');
    while (dollar >= 0) {
      if (looksLikeVariable(text.substring(dollar + 1))) {
        findings.add(
            span,
            "the `$` in `" + text + "` is an ordinary character",
            "a policy variable is written as `${aws:userid}`");
        return;
      }
      dollar = text.indexOf('$', dollar + 1);
    }
  }

  private static boolean looksLikeVariable(String rest) {
    if (rest.startsWith("(") || rest.startsWith("aws:")) {
      return true;
    }
    int end = WORD.negate().indexIn(rest);
    String word = end < 0 ? rest : rest.substring(0, end);
    return word.length() > 1
        && UPPER.matches(word.charAt(0))
        && UPPER.matches(word.charAt(1))
        && !NAMES.contains(word);
  }
}
