package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.lint.account.Attachment;
import dev.postern.model.PolicyType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy of AWS's that AWS has given up, or by which its holder gets at more. AWS: "Deprecated
 * AWS managed policies". What makes an administrator is for another rule.
 */
final class AccountRiskyManaged implements PrincipalRule {
  private static final int COLUMNS = 5;
  private static final ImmutableList<EscalationPath.Kind> BAD =
      ImmutableList.of(
          EscalationPath.Kind.SELF, EscalationPath.Kind.PRINCIPAL, EscalationPath.Kind.NEW_COMPUTE);

  /** The table, read when it is first asked for. */
  private static final class Table {
    private static final ImmutableMap<String, String> INSTEAD =
        FactTable.read("deprecated-policies.tsv", COLUMNS).stream()
            .collect(toImmutableMap(row -> row.get(0), row -> row.get(1)));
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "account-risky-managed", "a policy of AWS's that is deprecated or leads to more")
        .on(Kind.IDENTITY)
        .optIn();
  }

  @Override
  public void check(LintedPrincipal principal, Findings findings) {
    Stream<Attachment> attached =
        principal.details().stream().flatMap(details -> details.entry().attached().stream());
    attached.forEach(attachment -> check(attachment, principal, findings));
  }

  private static void check(Attachment attachment, LintedPrincipal principal, Findings findings) {
    String arn = attachment.arn().value();
    Optional<String> name = AwsPolicyName.in(arn);
    if (name.isEmpty() || AccountAdminAttached.isNamed(arn)) {
      return;
    }
    String instead = Table.INSTEAD.get(name.get());
    if (instead != null) {
      findings.add(
          attachment.arn().span(),
          "`" + name.get() + "` is deprecated",
          "attach `" + instead + "` in its place");
      return;
    }
    List<String> paths =
        principal
            .account()
            .flatMap(account -> account.managed(arn))
            .map(AccountRiskyManaged::paths)
            .orElse(ImmutableList.of());
    if (!paths.isEmpty()) {
      findings.add(
          attachment.arn().span(),
          "`" + name.get() + "` leads to more: " + NameList.quoted(paths),
          "attach a policy that names the roles and principals that are meant");
    }
  }

  private static List<String> paths(LintedPolicy policy) {
    PrincipalGrants grants = PrincipalGrants.of(ImmutableList.of(policy), ImmutableList.of());
    return BAD.stream()
        .flatMap(kind -> EscalationWalk.shortest(kind, grants).stream())
        .map(walk -> walk.path().id())
        .distinct()
        .toList();
  }
}
