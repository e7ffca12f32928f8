package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * A service by a name that no service has the form of, as principal or under a condition key that
 * holds service principals. AWS: "AWS global condition context keys", "kms:ViaService".
 */
final class PrincipalServiceFormat implements StatementRule, ConditionRule {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of(
          "aws:calledvia",
          "aws:calledviafirst",
          "aws:calledvialast",
          "iam:awsservicename",
          "iam:passedtoservice");
  private static final String VIA_SERVICE = "kms:viaservice";

  @Override
  public RuleInfo info() {
    return RuleInfo.error("principal-service-format", "no service principal has this form")
        .issueCode("INVALID_SERVICE_PRINCIPAL_FORMAT")
        .insteadOf("principal-value-invalid");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.of(statement.value(), PrincipalKind.SERVICE)) {
      String text = principal.value().text();
      if (!hasWildcardOrVariable(text)) {
        fault(text).ifPresent(why -> report(principal.span(), text, why, policy, findings));
      }
    }
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    boolean isViaService = condition.key().value().folded().equals(VIA_SERVICE);
    if (!isViaService && !KEYS.contains(condition.key().value().folded())) {
      return;
    }
    Optional<KeyUse> use = KeyUse.of(condition, policy);
    if (use.isEmpty() || use.get().domain() != Domain.STRING) {
      return;
    }
    boolean ignoresCase =
        use.get().base() == BaseOperator.STRING_EQUALS_IGNORE_CASE
            || use.get().base() == BaseOperator.STRING_NOT_EQUALS_IGNORE_CASE;
    for (Located<ConditionValue> value : use.get().values()) {
      String written = value.value().text();
      String text = ignoresCase ? Ascii.toLowerCase(written) : written;
      if (!hasWildcardOrVariable(text)) {
        fault(text)
            .or(() -> isViaService ? regionFault(text) : Optional.empty())
            .ifPresent(why -> report(value.span(), written, why, policy, findings));
      }
    }
  }

  private static boolean hasWildcardOrVariable(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.contains("${");
  }

  private static Optional<String> fault(String text) {
    if (ServiceName.isWellFormed(text)) {
      return Optional.empty();
    }
    if (ServiceName.isWellFormed(Ascii.toLowerCase(text))) {
      return Optional.of("has capital letters, and letter case counts");
    }
    return Optional.of(
        ServiceName.isWellFormed(text + ".amazonaws.com")
            ? "lacks `.amazonaws.com`"
            : "is no name such as `lambda.amazonaws.com`");
  }

  private static Optional<String> regionFault(String text) {
    return ServiceName.of(text).filter(service -> service.region().isEmpty()).isPresent()
        ? Optional.of("lacks the region, which `kms:ViaService` always has")
        : Optional.empty();
  }

  private static void report(
      SourceSpan span, String text, String why, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings
            .at(span)
            .message("`" + text + "` " + why)
            .advice(
                why.contains("region")
                    ? "write it as in `ec2.us-east-1.amazonaws.com`"
                    : "write it as in `lambda.amazonaws.com`");
    mended(text)
        .flatMap(
            name -> ListEdit.replace(Fix.Kind.OFFER, "write `" + name + "`", span, name, policy))
        .ifPresent(draft::fix);
    draft.add();
  }

  private static Optional<String> mended(String text) {
    String lower = Ascii.toLowerCase(text);
    if (!lower.equals(text) && ServiceName.isWellFormed(lower)) {
      return Optional.of(lower);
    }
    return text.indexOf('.') < 0 && ServiceName.isWellFormed(text + ".amazonaws.com")
        ? Optional.of(text + ".amazonaws.com")
        : Optional.empty();
  }
}
