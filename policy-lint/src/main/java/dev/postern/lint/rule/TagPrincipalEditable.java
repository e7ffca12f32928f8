package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** Access by a tag of the caller that the caller may set. */
final class TagPrincipalEditable implements StatementRule {
  private static final String VARIABLE = "${aws:principaltag/";
  private static final ImmutableSet<String> SETTING = ImmutableSet.of("iam:TagRole", "iam:TagUser");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "tag-principal-editable", "access depends on a tag that callers may set on themselves")
        .on(Kind.IDENTITY, Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(TagPrincipalEditable::depends)
        .findFirst()
        .ifPresent(use -> check(use, policy, findings));
  }

  private static boolean depends(KeyUse use) {
    return !use.holdsOnAbsentKey()
        && (TagKey.isOf(use, TagKey.Family.PRINCIPAL)
            || use.texts().stream().anyMatch(text -> Ascii.toLowerCase(text).contains(VARIABLE)));
  }

  private static void check(KeyUse use, LintedPolicy policy, Findings findings) {
    for (Located<Statement> other : policy.document().statementList()) {
      Optional<String> setting =
          setting(other.value(), policy).filter(action -> !isDenied(action, policy));
      if (setting.isPresent()) {
        findings
            .at(use.valuesSpan())
            .message("`" + setting.get() + "` lets the caller set the tag that decides here")
            .advice("limit it by resource, or by `aws:TagKeys`")
            .related(other.value().action().span(), "this sets any tag on any principal")
            .add();
        return;
      }
    }
  }

  private static boolean isDenied(String action, LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .anyMatch(
            statement -> statement.isDeny() && policy.actionNames(statement).contains(action));
  }

  private static Optional<String> setting(Statement statement, LintedPolicy policy) {
    return statement.isAllow()
            && statement.condition().value().conditions().isEmpty()
            && TagResourceEditable.speaksOfEverything(statement)
        ? SETTING.stream().filter(policy.actionNames(statement)::contains).findFirst()
        : Optional.empty();
  }
}
