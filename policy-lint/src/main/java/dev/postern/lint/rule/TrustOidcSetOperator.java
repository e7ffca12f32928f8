package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A set operator on a claim of a token. One table. AWS: "Set operators for multivalued context
 * keys".
 *
 * @param info the rule
 * @param issuers whose tokens are known
 * @param use which uses it speaks of
 * @param what the message, behind operator and key
 */
record TrustOidcSetOperator(RuleInfo info, OidcIssuers issuers, Use use, String what)
    implements StatementRule {

  private enum Use {
    FOR_ANY_VALUE_ON_AUDIENCE,
    AUDIENCE_OF_UNKNOWN,
    FOR_ALL_VALUES
  }

  static TrustOidcSetOperator audienceForAnyValue(OidcIssuers issuers) {
    return new TrustOidcSetOperator(
        RuleInfo.securityWarning(
                "trust-oidc-aud-foranyvalue", "`ForAnyValue` on the audience, which is one value")
            .on(Kind.TRUST)
            .issueCode("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE"),
        issuers,
        Use.FOR_ANY_VALUE_ON_AUDIENCE,
        "is for keys of several values, and the audience has one");
  }

  static TrustOidcSetOperator audienceOfUnknown(OidcIssuers issuers) {
    return new TrustOidcSetOperator(
        RuleInfo.suggestion(
                "trust-oidc-aud-qualifier", "a set operator on an audience that may be one value")
            .on(Kind.TRUST)
            .issueCode("CONFIRM_AUDIENCE_CLAIM_TYPE"),
        issuers,
        Use.AUDIENCE_OF_UNKNOWN,
        "is right only if the provider puts several audiences into a token");
  }

  static TrustOidcSetOperator forAllValues(OidcIssuers issuers) {
    return new TrustOidcSetOperator(
        RuleInfo.securityWarning(
                "trust-oidc-set-operator", "`ForAllValues` holds for a token without the claim")
            .on(Kind.TRUST)
            .issueCode("FORALLVALUES_WITH_SINGLE_VALUED_KEY"),
        issuers,
        Use.FOR_ALL_VALUES,
        "holds for a token without the claim, whatever the values are");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      for (KeyUse test : trust.tests()) {
        if (isMeant(trust, test)) {
          report(test, statement.value(), findings);
        }
      }
    }
  }

  private boolean isMeant(OidcTrust trust, KeyUse test) {
    // How a token was authenticated is a list.
    if (test.domain() == Domain.PRESENCE || trust.claim(test).equals("amr")) {
      return false;
    }
    boolean isAudience = trust.claim(test).equals("aud");
    boolean isKnown = issuers.isKnown(trust.issuer());
    return switch (use) {
      case FOR_ANY_VALUE_ON_AUDIENCE ->
          isAudience && isKnown && test.quantifier() == Quantifier.FOR_ANY_VALUE;
      case AUDIENCE_OF_UNKNOWN -> isAudience && !isKnown && test.quantifier() != Quantifier.SINGLE;
      case FOR_ALL_VALUES ->
          (!isAudience || isKnown)
              && test.quantifier() == Quantifier.FOR_ALL_VALUES
              && !isRequired(trust, test);
    };
  }

  /* With `"Null": {"…:sub": "false"}` beside it, a token without the claim does not pass. */
  private static boolean isRequired(OidcTrust trust, KeyUse test) {
    return trust.tests().stream()
        .anyMatch(
            other ->
                other.domain() == Domain.PRESENCE
                    && other.key().equals(test.key())
                    && !other.holdsOnAbsentKey());
  }

  private void report(KeyUse test, Statement statement, Findings findings) {
    String plain = new Known(test.base(), Quantifier.SINGLE, test.isIfExists()).text();
    Findings.Draft draft =
        findings
            .at(test.keySpan())
            .message("`" + test.operator().text() + "` on `" + test.key().text() + "` " + what)
            .advice("write `" + plain + "`")
            .related(test.operatorSpan(), "this operator");
    ImmutableSet<String> others =
        statement.condition().value().conditions().stream()
            .map(Condition::operator)
            .map(operator -> operator.value().text())
            .collect(toImmutableSet());
    boolean isAlone =
        statement.condition().value().conditions().stream()
                .filter(one -> one.operator().span().equals(test.operatorSpan()))
                .count()
            == 1;
    if (isAlone && !others.contains(plain)) {
      draft.fix(Fix.offer("write `" + plain + "`", test.operatorSpan(), "\"" + plain + "\""));
    }
    draft.add();
  }
}
