package dev.postern.lint.rule;

import dev.postern.lint.rule.ConfiningKey.Bound;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** Everyone, confined by the source of a service, where the service could be named. */
final class DeputyStarInstead implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "deputy-star-instead", "`*` stands where the service could be the principal")
        .on(PolicyTypes.OF_RESOURCES);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<SourceSpan> everyone = PublicGrant.everyone(statement.principal());
    if (!statement.isAllow()
        || everyone.isEmpty()
        || !(Confinement.of(statement, policy) instanceof Confinement.Confined confined)
        || confined.bound() != Bound.SOURCE) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(use -> use.isOf("aws:SourceArn"))
        .flatMap(use -> use.texts().stream())
        .findFirst()
        .flatMap(source -> ServiceSources.speakingFor(source, statement, policy))
        .ifPresent(service -> report(service, everyone.get(), statement, findings));
  }

  private static void report(
      String service, SourceSpan everyone, Statement statement, Findings findings) {
    String principal = "{\"Service\": \"" + service + "\"}";
    Findings.Draft draft =
        findings
            .at(everyone)
            .message("everyone is let in, and the source key keeps all but `" + service + "` out")
            .advice("let the principal be `" + principal + "`, and keep the condition");
    if (statement.principal().value().principals() instanceof PrincipalSet.Everyone) {
      draft.fix(Fix.offer("name the service", everyone, principal));
    }
    draft.add();
  }
}
