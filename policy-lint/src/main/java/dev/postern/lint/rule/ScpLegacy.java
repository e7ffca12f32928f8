package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Expectations.ScpLanguage;
import dev.postern.model.ActionElement;
import dev.postern.model.ConditionElement;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.Function;

/**
 * What service control policies take since September 2025 only. AWS: "AWS Organizations supports
 * full IAM policy language for service control policies (SCPs)".
 */
record ScpLegacy(
    RuleInfo info, String message, String advice, Function<Statement, Optional<SourceSpan>> place)
    implements StatementRule {

  static ImmutableList<Rule> all() {
    return ImmutableList.of(
        of(
            "scp-legacy-allow-condition",
            "a condition in an Allow of a legacy SCP",
            "SCP_SYNTAX_ERROR_ALLOW_CONDITION",
            "put the condition, turned round, into a Deny",
            statement ->
                Optional.of(statement.condition())
                    .filter(condition -> statement.isAllow())
                    .filter(condition -> !(condition.value() instanceof ConditionElement.Absent))
                    .map(Located::span)),
        of(
            "scp-legacy-allow-notaction",
            "`NotAction` in an Allow of a legacy SCP",
            "SCP_SYNTAX_ERROR_ALLOW_NOT_ACTION",
            "allow `*`, and deny these actions",
            statement ->
                Optional.of(statement.action())
                    .filter(action -> statement.isAllow())
                    .filter(action -> action.value() instanceof ActionElement.NotAction)
                    .map(Located::span)),
        of(
            "scp-legacy-allow-resource",
            "another resource than `*` in an Allow of a legacy SCP",
            "SCP_SYNTAX_ERROR_ALLOW_RESOURCE",
            "allow on `*`, and deny on all other resources",
            ScpLegacy::resource),
        of(
            "scp-legacy-notresource",
            "`NotResource` in a legacy SCP",
            "SCP_SYNTAX_ERROR_NOT_RESOURCE",
            "name the resources that are meant",
            statement ->
                Optional.of(statement.resource())
                    .filter(resource -> resource.value() instanceof ResourceElement.NotResource)
                    .map(Located::span)));
  }

  private static ScpLegacy of(
      String id,
      String title,
      String issueCode,
      String advice,
      Function<Statement, Optional<SourceSpan>> place) {
    return new ScpLegacy(
        RuleInfo.error(id, title)
            .on(Kind.SERVICE_CONTROL)
            .issueCode(issueCode)
            .optIn(expectations -> expectations.scpLanguage() == ScpLanguage.LEGACY),
        title,
        advice,
        place);
  }

  private static Optional<SourceSpan> resource(Statement statement) {
    return statement.isAllow() && statement.resource().value() instanceof ResourceElement.Resource
        ? statement.resource().value().patterns().stream()
            .filter(pattern -> !(pattern.value() instanceof ResourcePattern.Any))
            .map(Located::span)
            .findFirst()
        : Optional.empty();
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    place.apply(statement.value()).ifPresent(span -> findings.add(span, message, advice));
  }
}
