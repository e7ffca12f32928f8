package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function's ARN that lacks the alias or version that the policy speaks of elsewhere, or that has
 * one for an action on the function itself. AWS: "Fine-tuning the Resources and Conditions sections
 * of policies", Lambda Developer Guide.
 */
final class ArnLambdaQualifier implements StatementRule {
  private static final ActionName INVOKE = ActionName.of("lambda:InvokeFunction");
  private static final String FUNCTION = "function:";
  /* Aliases and versions have no code, concurrency or tags of their own. AWS: "Lambda API". */
  private static final ImmutableSet<String> OF_FUNCTIONS =
      ImmutableSet.of(
          "lambda:createfunction",
          "lambda:deletefunctionconcurrency",
          "lambda:publishversion",
          "lambda:putfunctionconcurrency",
          "lambda:tagresource",
          "lambda:untagresource",
          "lambda:updatefunctioncode",
          "lambda:updatefunctionconfiguration");

  /** The ARN of one function, and what stands behind its name. */
  private record FunctionArn(String function, String qualifier) {
    static Optional<FunctionArn> of(ResourcePattern resource) {
      if (!(resource instanceof ArnPattern arn)
          || !arn.fields().get(2).equals("lambda")
          || !arn.fields().get(5).startsWith(FUNCTION)) {
        return Optional.empty();
      }
      String text = arn.text();
      int name = text.length() - arn.fields().get(5).length() + FUNCTION.length();
      int colon = text.indexOf(':', name);
      String function = colon < 0 ? text : text.substring(0, colon);
      return FixedForm.hasWildcard(function.substring(name)) || text.contains("${")
          ? Optional.empty()
          : Optional.of(new FunctionArn(function, colon < 0 ? "" : text.substring(colon)));
    }

    boolean isQualified() {
      return !qualifier.isEmpty();
    }
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "arn-lambda-qualifier", "a function's ARN has the wrong end for its actions")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || !(statement.resource().value() instanceof Resource resource)) {
      return;
    }
    for (Located<ResourcePattern> entry : resource.patterns()) {
      FunctionArn.of(entry.value())
          .ifPresent(
              arn -> {
                if (arn.isQualified()) {
                  checkQualified(arn, entry, statement, policy, findings);
                } else {
                  checkUnqualified(arn, entry, statement, policy, findings);
                }
              });
    }
  }

  private static void checkUnqualified(
      FunctionArn arn,
      Located<ResourcePattern> entry,
      Statement statement,
      LintedPolicy policy,
      Findings findings) {
    if (ActionReach.of(statement, INVOKE).isEmpty()) {
      return;
    }
    resources(policy)
        .filter(other -> isQualifierOf(other.value(), arn))
        .filter(other -> !isAllowed(INVOKE, other.value().text(), policy))
        .findFirst()
        .ifPresent(
            other -> {
              String text = arn.function() + ":*";
              findings
                  .at(entry.span())
                  .message(
                      "calls of `"
                          + other.value().text()
                          + "` are not calls of `"
                          + arn.function()
                          + "`")
                  .advice("add `" + text + "` if aliases or versions are to be called, too")
                  .related(other.span(), "this alias or version")
                  .add();
            });
  }

  private static boolean isQualifierOf(ResourcePattern other, FunctionArn arn) {
    return FunctionArn.of(other)
        .filter(each -> each.isQualified() && each.function().equals(arn.function()))
        .isPresent();
  }

  private static void checkQualified(
      FunctionArn arn,
      Located<ResourcePattern> entry,
      Statement statement,
      LintedPolicy policy,
      Findings findings) {
    statement.action().value().patterns().stream()
        .filter(pattern -> OF_FUNCTIONS.contains(folded(pattern.value())))
        .filter(
            pattern -> !isAllowed(ActionName.of(pattern.value().text()), arn.function(), policy))
        .findFirst()
        .ifPresent(
            pattern ->
                findings
                    .at(entry.span())
                    .message(
                        "`"
                            + pattern.value().text()
                            + "` is asked of the function, not of an alias or version")
                    .advice("add `" + arn.function() + "`")
                    .related(pattern.span(), "this action")
                    .add());
  }

  private static String folded(ActionPattern pattern) {
    return pattern.servicePattern() + ":" + pattern.namePattern();
  }

  private static Stream<Located<ResourcePattern>> resources(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .flatMap(other -> other.value().resource().value().patterns().stream());
  }

  private static boolean isAllowed(ActionName action, String arn, LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(other -> other.isAllow() && other.action().value().covers(action))
        .anyMatch(
            other ->
                !(other.resource().value() instanceof Resource resource)
                    || resource.patterns().stream()
                        .anyMatch(pattern -> mayMatch(pattern.value(), arn)));
  }

  private static boolean mayMatch(ResourcePattern pattern, String arn) {
    return pattern.text().contains("${") || Glob.of(pattern.text()).covers(Glob.of(arn));
  }
}
