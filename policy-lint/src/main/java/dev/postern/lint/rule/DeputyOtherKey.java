package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A key other than the four source keys stands in for them. */
final class DeputyOtherKey implements StatementRule {
  /* What services sent before the source keys, and what speaks of the caller, which is the service. */
  private static final ImmutableSet<String> STAND_INS =
      ImmutableSet.of("aws:referer", "aws:sourceowner", "aws:principalaccount");

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "deputy-other-key", "a service is confined by another key than the source keys")
        .on(PolicyTypes.OF_RESOURCES)
        .issueCode("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<Located<PrincipalValue>> service = DeputyNoSource.service(statement, policy);
    if (service.isEmpty()
        || KeyUse.allOf(statement, policy).stream().anyMatch(DeputyOtherKey::isSourceKey)) {
      return;
    }
    for (KeyUse use : KeyUse.allOf(statement, policy)) {
      if (isForSource(use)) {
        findings
            .at(use.keySpan())
            .message(
                "`"
                    + use.key()
                    + "` is not the key by which `"
                    + service.get().value().text()
                    + "` says for whom it acts")
            .advice(
                "use `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or"
                    + " `aws:SourceOrgPaths`")
            .related(service.get().span(), "this is the service")
            .add();
      }
    }
  }

  /** Whether a test is of a key that is often taken for a source key. */
  static boolean isForSource(KeyUse use) {
    return STAND_INS.contains(use.foldedKey());
  }

  private static boolean isSourceKey(KeyUse use) {
    return !isForSource(use)
        && ConfiningKey.of(use).filter(key -> key.bound() == ConfiningKey.Bound.SOURCE).isPresent();
  }
}
