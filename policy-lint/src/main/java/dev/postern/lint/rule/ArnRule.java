package dev.postern.lint.rule;

import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** One thing that can be wrong with the ARNs of a statement. A row of {@link ArnRules} is one. */
record ArnRule(RuleInfo info, Check check) implements StatementRule {

  /** Looks at an ARN for one fault; wildcards and variables may stand in it. */
  interface Check {
    Optional<ArnFault> of(Arn arn, LintedPolicy policy);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> entry : statement.value().resource().value().patterns()) {
      Optional<Arn> arn = arn(entry.value(), policy);
      if (arn.isPresent()) {
        check
            .of(arn.get(), policy)
            .ifPresent(fault -> report(fault, arn.get(), entry, policy, findings));
      }
    }
  }

  /** The fields of an entry; nothing if they cannot be told apart. */
  static Optional<Arn> arn(ResourcePattern entry, LintedPolicy policy) {
    return entry instanceof ArnPattern arn
        ? policy.arn(
            arn,
            pattern ->
                hasVariableInField(pattern)
                    ? Optional.empty()
                    : Optional.of(Arn.of(pattern.text())))
        : Optional.empty();
  }

  /* A colon in a variable's name parts the fields in the wrong place, and it works nowhere here. */
  private static boolean hasVariableInField(ArnPattern pattern) {
    return pattern.fields().subList(1, 5).stream().anyMatch(field -> field.contains("${"));
  }

  private static void report(
      ArnFault fault,
      Arn arn,
      Located<ResourcePattern> entry,
      LintedPolicy policy,
      Findings findings) {
    Findings.Draft draft =
        findings.at(entry.span()).message(fault.message()).advice(fault.advice());
    if (fault.known() == ArnFault.Known.TO_US_ONLY) {
      draft.withoutIssueCode();
    }
    if (!fault.corrected().equals(arn)) {
      String text = fault.corrected().toString();
      ListEdit.replace(Fix.Kind.OFFER, "write `" + text + "`", entry.span(), text, policy)
          .ifPresent(draft::fix);
    }
    draft.add();
  }
}
