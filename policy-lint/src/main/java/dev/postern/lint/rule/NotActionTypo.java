package dev.postern.lint.rule;

import dev.postern.lint.rule.MissingAction.Kind;
import dev.postern.model.ActionElement.NotAction;
import dev.postern.model.ActionPattern;
import dev.postern.model.Effect;
import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * An action that does not exist in {@code NotAction}: what the author meant is not left out.
 *
 * @param effect of the statements it speaks of
 * @param consequence what becomes of the action that was meant
 */
record NotActionTypo(RuleInfo info, Effect effect, String consequence) implements StatementRule {
  private static final String[] COVERED = {
    "action-unknown", "action-api-name", "action-service-unknown"
  };

  static NotActionTypo grants() {
    return new NotActionTypo(
        RuleInfo.securityWarning(
                "notaction-typo-grants", "a wrong name in `NotAction` allows what was meant")
            .on(
                PolicyType.Kind.IDENTITY,
                PolicyType.Kind.RESOURCE,
                PolicyType.Kind.KMS_KEY,
                PolicyType.Kind.SESSION)
            .issueCode("INVALID_ACTION")
            .insteadOf(COVERED),
        Effect.ALLOW,
        "so what was to be left out is allowed");
  }

  static NotActionTypo denies() {
    return new NotActionTypo(
        RuleInfo.warning(
                "notaction-typo-denies", "a wrong name in `NotAction` denies what was meant")
            .issueCode("INVALID_ACTION")
            .insteadOf(COVERED),
        Effect.DENY,
        "so what was to be spared is denied");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (statement.value().effect().value() != effect
        || !(statement.value().action().value() instanceof NotAction element)) {
      return;
    }
    for (Located<ActionPattern> entry : element.patterns()) {
      // To leave out what is gone does no harm.
      MissingAction.of(entry.value(), policy)
          .filter(missing -> missing.kind() != Kind.RETIRED)
          .ifPresent(missing -> report(missing, entry, policy, findings));
    }
  }

  private void report(
      MissingAction missing, Located<ActionPattern> entry, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings
            .at(entry.span())
            .message(missing.message() + ", " + consequence)
            .advice(missing.advice());
    if (missing.kind() == Kind.SERVICE_UNKNOWN) {
      draft.withoutIssueCode();
    }
    if (missing.meant().size() == 1) {
      String meant = missing.meant().get(0);
      ListEdit.replace(Fix.Kind.OFFER, "write `" + meant + "`", entry.span(), meant, policy)
          .ifPresent(draft::fix);
    }
    draft.add();
  }
}
