package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PrincipalElement;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Predicate;

/** Every statement has the shape of another policy type than the one that was stated. */
final class DocTypeHint implements PolicyRule {
  private static final ImmutableSet<String> SESSION_ACTIONS =
      ImmutableSet.of("tagsession", "setsourceidentity", "setcontext");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("doc-type-hint", "the policy looks like one of another type")
        .peers("boogy:policy_type_hint");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    PolicyDocument document = policy.document();
    if (document.statementList().isEmpty()) {
      return;
    }
    switch (policy.type().kind()) {
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> {
        if (each(document, DocTypeHint::namesPrincipals)) {
          report(policy, each(document, DocTypeHint::isTrust) ? "trust" : "resource", findings);
        }
      }
      case RESOURCE, KMS_KEY, VPC_ENDPOINT -> {
        if (each(document, DocTypeHint::isTrust)) {
          report(policy, "trust", findings);
        } else if (each(document, statement -> !namesPrincipals(statement))) {
          report(policy, "identity", findings);
        }
      }
      case RESOURCE_CONTROL -> {
        if (each(document, statement -> !namesPrincipals(statement))) {
          report(policy, "scp", findings);
        }
      }
      case TRUST -> {
        if (each(document, statement -> !namesPrincipals(statement))) {
          report(policy, "identity", findings);
        } else if (each(document, DocTypeHint::namesResources)) {
          report(policy, "resource", findings);
        }
      }
    }
  }

  private static void report(LintedPolicy policy, String likely, Findings findings) {
    findings.add(
        policy.span(),
        "of type `"
            + policy.type().kind().optionName()
            + "`, and each statement has the shape of type `"
            + likely
            + "`",
        "is it a policy of type `" + likely + "`?");
  }

  private static boolean each(PolicyDocument document, Predicate<Statement> holds) {
    return document.statementList().stream().map(Located::value).allMatch(holds);
  }

  private static boolean namesPrincipals(Statement statement) {
    return !(statement.principal().value() instanceof PrincipalElement.Absent);
  }

  private static boolean namesResources(Statement statement) {
    return !(statement.resource().value() instanceof ResourceElement.Absent);
  }

  private static boolean isTrust(Statement statement) {
    return namesPrincipals(statement)
        && !namesResources(statement)
        && !statement.action().value().patterns().isEmpty()
        && statement.action().value().patterns().stream()
            .allMatch(
                action ->
                    action.value().servicePattern().equals("sts")
                        && (action.value().namePattern().startsWith("assume")
                            || SESSION_ACTIONS.contains(action.value().namePattern())));
  }
}
