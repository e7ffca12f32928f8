package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.lint.rule.MissingAction.Kind;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * An action that does not exist. Each reason is a rule of its own, because what to do about it, and
 * how sure the catalog is, differ.
 */
record NonexistentAction(RuleInfo info, ImmutableSet<Kind> kinds) implements StatementRule {
  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          row(
              RuleInfo.error("action-unknown", "the service has no such action")
                  .issueCode("INVALID_ACTION")
                  .peers("parliament:UNKNOWN_ACTION", "boogy:invalid_action"),
              Kind.UNKNOWN,
              Kind.PERHAPS_NEW),
          row(
              RuleInfo.error("action-api-name", "an operation of the API in place of an action")
                  .issueCode("INVALID_ACTION"),
              Kind.API_NAME),
          row(
              RuleInfo.error("action-service-unknown", "no service has this prefix")
                  .issueCode("INVALID_SERVICE_IN_ACTION")
                  .peers("parliament:UNKNOWN_PREFIX"),
              Kind.SERVICE_UNKNOWN),
          row(
              RuleInfo.warning("action-retired", "AWS lists this action no longer")
                  .issueCode("INVALID_ACTION"),
              Kind.RETIRED));

  private static NonexistentAction row(RuleInfo info, Kind first, Kind... others) {
    return new NonexistentAction(info, Sets.immutableEnumSet(first, others));
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ActionPattern> entry : statement.value().action().value().patterns()) {
      MissingAction.of(entry.value(), policy)
          .filter(missing -> kinds.contains(missing.kind()))
          .ifPresent(missing -> report(missing, entry, policy, findings));
    }
  }

  private static void report(
      MissingAction missing, Located<ActionPattern> entry, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings.at(entry.span()).message(missing.message()).advice(missing.advice());
    if (missing.kind() == Kind.PERHAPS_NEW) {
      draft.severity(Severity.WARNING);
    }
    if (missing.kind() == Kind.RETIRED
        && policy.catalog().service(entry.value().servicePattern()).isEmpty()) {
      // Access Analyzer takes the actions of some closed services and refuses those of others.
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
