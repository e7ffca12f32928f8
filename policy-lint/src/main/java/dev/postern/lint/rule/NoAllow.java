package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.source.Located;

/** A ceiling at the floor: a boundary or a session policy that allows nothing. */
record NoAllow(RuleInfo info, String consequence) implements PolicyRule {

  static NoAllow boundary() {
    return new NoAllow(
        RuleInfo.warning("boundary-no-allow", "a permissions boundary that allows nothing")
            .on(Kind.PERMISSIONS_BOUNDARY),
        "whoever carries this boundary can do nothing");
  }

  static NoAllow session() {
    return new NoAllow(
        RuleInfo.warning("session-no-allow", "a session policy that allows nothing")
            .on(Kind.SESSION),
        "the session can do nothing");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    if (!policy.document().statementList().isEmpty()
        && policy.document().statementList().stream()
            .map(Located::value)
            .noneMatch(statement -> statement.isAllow())) {
      findings.add(
          policy.document().statements().span(),
          consequence + ", since no statement allows",
          "add an `Allow` of what is to remain; it gives nothing by itself");
    }
  }
}
