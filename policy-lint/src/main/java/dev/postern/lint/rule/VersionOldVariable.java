package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy variable where the version has none: the text stands for itself. AWS: "IAM policy
 * elements: Variables and tags".
 */
final class VersionOldVariable implements StatementRule, ConditionRule {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}$]+}");

  @Override
  public RuleInfo info() {
    return RuleInfo.error("version-old-variable", "the version of the document has no variables")
        .issueCode("VARIABLE_UNSUPPORTED_IN_VERSION");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> resource : statement.value().resource().value().patterns()) {
      check(resource.value().text(), resource.span(), policy, findings);
    }
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (condition.operator().value() instanceof ConditionOperator.Known known
        && known.base().domain().takesVariables()) {
      for (Located<ConditionValue> value : condition.values().value()) {
        check(value.value().text(), value.span(), policy, findings);
      }
    }
  }

  private static void check(String text, SourceSpan span, LintedPolicy policy, Findings findings) {
    PolicyVersion version = policy.document().version().value();
    Matcher variable = VARIABLE.matcher(text);
    if (!version.hasVariables() && variable.find()) {
      findings.add(
          span,
          "`" + variable.group() + "` is literal text in this document",
          version == PolicyVersion.UNSTATED
              ? "variables need `\"Version\": \"2012-10-17\"`; without a version it is 2008-10-17"
              : "variables need `\"Version\": \"2012-10-17\"`");
    }
  }
}
