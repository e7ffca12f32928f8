package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * Actions whose damage is known, where nothing confines them: one rule for each kind of damage, the
 * actions in {@code sensitive-actions.tsv}.
 */
record SensitiveAction(RuleInfo info, Where where, String consequence) implements StatementRule {
  private static final int COLUMNS = 6;

  /** On which resources an action counts. */
  enum Where {
    /** On {@code *} only. */
    STAR,
    /** On any: few actions of the kind know resources. */
    ANYWHERE
  }

  /** A row of the table. */
  private record Row(String rule, String action, String severity, String reaches) {
    private static Row of(ImmutableList<String> cells) {
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    /** The row's own severity; most have their rule's. */
    private Optional<Severity> ownSeverity() {
      return Severity.named(severity);
    }
  }

  static SensitiveAction dataRead() {
    return onStar(
        RuleInfo.securityWarning("data-read", "data of every resource can be read")
            .peers(
                "cloudsplaining:DataExfiltration",
                "checkov:CKV_AWS_108",
                "checkov:CKV_AWS_288",
                "boogy:data_access"),
        "reads ");
  }

  static SensitiveAction credentials() {
    return onStar(
        RuleInfo.securityWarning("credentials", "actions that return credentials, on everything")
            .peers(
                "cloudsplaining:CredentialsExposure",
                "checkov:CKV_AWS_107",
                "checkov:CKV_AWS_287",
                "parliament:CREDENTIALS_EXPOSURE",
                "boogy:credentials"),
        "returns ");
  }

  static SensitiveAction loggingTamper() {
    return onStar(
        RuleInfo.securityWarning("logging-tamper", "audit can be stopped or blinded")
            .peers("prowler:logging_tamper", "boogy:logging"),
        "stops or blinds ");
  }

  static SensitiveAction destructive() {
    return onStar(
        RuleInfo.warning("destructive", "everything of a kind can be deleted for good")
            .peers("boogy:destructive"),
        "deletes ");
  }

  static SensitiveAction organizationControl() {
    return new SensitiveAction(
        RuleInfo.securityWarning(
                "organization-control", "control over the account or the organization")
            .on(Kind.IDENTITY)
            .peers("boogy:organization"),
        Where.ANYWHERE,
        "");
  }

  static SensitiveAction marketplaceSubscribe() {
    return onStar(
        RuleInfo.warning("marketplace-subscribe", "every product of AWS Marketplace can be bought")
            .peers("prowler:no_wildcard_marketplace_subscribe"),
        "");
  }

  private static SensitiveAction onStar(RuleInfo info, String consequence) {
    return new SensitiveAction(info.on(Kind.IDENTITY), Where.STAR, consequence);
  }

  /** The rows of the rule, read when they are first asked for. */
  private ImmutableList<Row> rows() {
    return Holder.ROWS.get(info.id());
  }

  /** The table by rule. */
  private static final class Holder {
    private static final ImmutableListMultimap<String, Row> ROWS =
        FactTable.read("sensitive-actions.tsv", COLUMNS).stream()
            .map(Row::of)
            .collect(ImmutableListMultimap.toImmutableListMultimap(Row::rule, row -> row));
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<SourceSpan> star = StarResource.of(statement);
    if (!statement.isAllow()
        || (where == Where.STAR && star.isEmpty())
        || Restraint.isOn(statement, policy)) {
      return;
    }
    ImmutableSet<String> granted = policy.actionNames(statement);
    ImmutableList<Row> found =
        rows().stream().filter(row -> granted.contains(row.action)).collect(toImmutableList());
    ImmutableList<Row> grave =
        found.stream().filter(row -> row.ownSeverity().isEmpty()).collect(toImmutableList());
    if (!grave.isEmpty()) {
      report(statement, grave, star, info.severity(), findings);
    } else if (!found.isEmpty()) {
      report(statement, found, star, found.get(0).ownSeverity().orElse(info.severity()), findings);
    }
  }

  private void report(
      Statement statement,
      ImmutableList<Row> rows,
      Optional<SourceSpan> star,
      Severity severity,
      Findings findings) {
    Row first = rows.get(0);
    Findings.Draft draft =
        findings
            .at(
                ActionReach.of(statement, ActionName.of(first.action))
                    .map(ActionReach::span)
                    .orElse(statement.action().span()))
            .severity(severity)
            .message(
                NameList.quoted(rows.stream().map(Row::action).toList())
                    + (where == Where.STAR ? " on every resource" : "")
                    + "; `"
                    + first.action
                    + "` "
                    + consequence
                    + first.reaches)
            .advice("name the resources that are meant, or leave the actions out");
    if (where == Where.STAR) {
      star.ifPresent(span -> draft.related(span, "on every resource"));
    }
    draft.add();
  }
}
