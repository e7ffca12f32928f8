package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionValue;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An account that a statement lets in, if only by one of its principals.
 *
 * @param account its 12 digits
 * @param name what names it: a principal or, where everyone is one, a value that confines them
 * @param span where that stands first
 */
record LetInAccount(String account, String name, SourceSpan span) {

  /** Those of a statement, each once, in the author's order. */
  static ImmutableList<LetInAccount> of(Statement statement, LintedPolicy policy) {
    Map<String, LetInAccount> found = new LinkedHashMap<>();
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement, PrincipalKind.AWS)) {
      add(principal.value(), principal.span(), found);
    }
    if (statement.isAllow() && PublicGrant.everyone(statement.principal()).isPresent()) {
      KeyUse.allOf(statement, policy).stream()
          .filter(use -> use.isOf("aws:PrincipalAccount") || use.isOf("aws:PrincipalArn"))
          .filter(use -> !use.isNegated())
          .flatMap(use -> use.values().stream())
          .forEach(value -> add(principal(value), value.span(), found));
    }
    return ImmutableList.copyOf(found.values());
  }

  private static PrincipalValue principal(Located<ConditionValue> value) {
    return PrincipalValue.of(PrincipalKind.AWS, value.value().text());
  }

  private static void add(
      PrincipalValue principal, SourceSpan span, Map<String, LetInAccount> found) {
    ResourceOwner.accountOf(principal)
        .ifPresent(
            account ->
                found.putIfAbsent(account, new LetInAccount(account, principal.text(), span)));
  }
}
