package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** An external id that does not tell one customer of a third party from another. */
final class TrustExternalIdWeak implements ConditionRule {
  private static final int SHORT = 8;

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("trust-external-id-weak", "an external id that others may meet")
        .on(Kind.TRUST);
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()) {
      return;
    }
    Optional<KeyUse> use =
        KeyUse.of(condition, policy)
            .filter(one -> one.isOf("sts:ExternalId") && one.domain() == Domain.STRING);
    if (use.isEmpty()) {
      return;
    }
    if (use.get().isNegated()) {
      report(use.get().operatorSpan(), "every external id but one will do", findings);
    } else if (use.get().isIfExists() || use.get().quantifier() == Quantifier.FOR_ALL_VALUES) {
      report(use.get().operatorSpan(), "a call without an external id will do", findings);
    } else {
      ImmutableSet<String> accounts = accounts(policy);
      for (Located<ConditionValue> value : use.get().values()) {
        fault(use.get(), value.value().text(), accounts)
            .ifPresent(fault -> report(value.span(), fault, findings));
      }
    }
  }

  private static Optional<String> fault(KeyUse use, String text, ImmutableSet<String> accounts) {
    if (text.contains("${")) {
      return Optional.empty();
    }
    if (use.base() == BaseOperator.STRING_LIKE
        && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0)) {
      return Optional.of("the external id `" + text + "` has a wildcard");
    }
    if (accounts.contains(text)) {
      return Optional.of("the external id `" + text + "` is an account of this policy");
    }
    return text.length() < SHORT
        ? Optional.of("the external id `" + text + "` is short enough to be guessed")
        : Optional.empty();
  }

  private static void report(SourceSpan span, String message, Findings findings) {
    findings.add(
        span, message, "`StringEquals` with the long, random id that the third party made for you");
  }

  private static ImmutableSet<String> accounts(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .flatMap(statement -> NamedPrincipals.of(statement.value()).stream())
        .flatMap(principal -> account(principal.value()).stream())
        .collect(toImmutableSet());
  }

  private static Optional<String> account(PrincipalValue principal) {
    return principal instanceof PrincipalValue.Account account
        ? Optional.of(account.account())
        : Arn.parse(principal.text()).map(Arn::account);
  }
}
