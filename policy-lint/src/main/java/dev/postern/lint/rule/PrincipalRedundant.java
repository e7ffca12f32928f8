package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A principal that another one of the same list stands for already. */
final class PrincipalRedundant implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("principal-redundant", "another principal stands for this one, too")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (statement.value().principal().value().principals() instanceof PrincipalSet.Listed listed) {
      listed.entries().forEach(entry -> check(entry, policy, findings));
    }
  }

  private static void check(PrincipalSet.Entry entry, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<PrincipalValue>> values = entry.values().value();
    Optional<Located<PrincipalValue>> everyone =
        entry.kind().value() == PrincipalKind.AWS
            ? values.stream()
                .filter(value -> value.value() instanceof PrincipalValue.Everyone)
                .findFirst()
            : Optional.empty();
    Map<String, Located<PrincipalValue>> first = new HashMap<>();
    for (Located<PrincipalValue> value : values) {
      Located<PrincipalValue> earlier = first.putIfAbsent(meaning(value.value()), value);
      if (earlier != null) {
        report(value, earlier, "a second time", Fix.Kind.AUTO, policy, findings);
      } else if (everyone.isPresent() && !everyone.get().value().equals(value.value())) {
        // A principal that is named may pass where its boundary says nothing, so access can change.
        report(value, everyone.get(), "beside `*`", Fix.Kind.OFFER, policy, findings);
      }
    }
  }

  /* A bare account takes the partition of the resource; the ARN of its root names one. */
  private static String meaning(PrincipalValue value) {
    return value instanceof PrincipalValue.Account account
            && !account.partition().startsWith("aws-")
        ? account.account()
        : value.text();
  }

  private static void report(
      Located<PrincipalValue> value,
      Located<PrincipalValue> other,
      String how,
      Fix.Kind kind,
      LintedPolicy policy,
      Findings findings) {
    Findings.Draft draft =
        findings
            .at(value.span())
            .message("`" + value.value().text() + "` " + how)
            .advice("take it out")
            .related(other.span(), "this stands for it");
    ListEdit.remove(kind, "take the principal out", value.span(), policy).ifPresent(draft::fix);
    draft.add();
  }
}
