package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.ConfiningKey.Bound;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A source key that does not say for whose resources a service may act. */
final class DeputyWeakSource implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "deputy-weak-source", "a source key leaves open for whom a service acts")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST)
        .peers("prowler:*_cross_service_confused_deputy_prevention");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    ImmutableList<Located<PrincipalValue>> services =
        NamedPrincipals.allowed(statement, PrincipalKind.SERVICE);
    if (services.isEmpty()) {
      return;
    }
    ImmutableList<Confinement> sources =
        KeyUse.allOf(statement, policy).stream()
            .filter(DeputyWeakSource::isSource)
            .map(use -> Confinement.ofTest(use, statement, policy))
            .collect(toImmutableList());
    if (sources.stream().allMatch(Confinement.Seeming.class::isInstance) && !sources.isEmpty()) {
      Confinement.Seeming seeming = (Confinement.Seeming) sources.get(0);
      findings
          .at(seeming.weak().valuesSpan())
          .message(
              "`"
                  + seeming.weak().key()
                  + "` does not say for whom `"
                  + services.get(0).value().text()
                  + "` may act, "
                  + seeming.why())
          .advice("name the account in the ARN, or add `StringEquals` on `aws:SourceAccount`")
          .related(services.get(0).span(), "this is the service")
          .add();
    }
  }

  /** Whether a test is of a key by which services say for whom they act. */
  static boolean isSource(KeyUse use) {
    return ConfiningKey.of(use).filter(key -> key.bound() == Bound.SOURCE).isPresent();
  }
}
