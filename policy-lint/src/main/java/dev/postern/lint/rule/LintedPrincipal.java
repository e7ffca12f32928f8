package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.account.AccountPrincipal;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.source.Located;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All policies of one principal, as rules see them. What one of them allows, another may deny, and
 * a permissions boundary may leave out. Made for one thread.
 */
public final class LintedPrincipal {
  private final ImmutableList<LintedPolicy> policies;
  private final ImmutableList<LintedPolicy> boundaries;
  private final @Nullable AccountPrincipal details;
  private final @Nullable LintedAccount account;
  private @Nullable PrincipalGrants grants;

  private LintedPrincipal(
      List<LintedPolicy> policies,
      List<LintedPolicy> boundaries,
      @Nullable AccountPrincipal details,
      @Nullable LintedAccount account) {
    this.policies = ImmutableList.copyOf(policies);
    this.boundaries = ImmutableList.copyOf(boundaries);
    this.details = details;
    this.account = account;
  }

  /** Somebody of whom nothing is known but the policies; those of other types are left out. */
  public static LintedPrincipal of(List<LintedPolicy> policies) {
    return new LintedPrincipal(
        of(policies, Kind.IDENTITY), of(policies, Kind.PERMISSIONS_BOUNDARY), null, null);
  }

  private static ImmutableList<LintedPolicy> of(List<LintedPolicy> policies, Kind kind) {
    return policies.stream()
        .filter(policy -> policy.type().kind() == kind)
        .collect(toImmutableList());
  }

  static LintedPrincipal of(
      AccountPrincipal details,
      LintedAccount account,
      List<LintedPolicy> policies,
      List<LintedPolicy> boundaries) {
    return new LintedPrincipal(policies, boundaries, details, account);
  }

  /** The identity policies: its own, those attached to it, and those of its groups. */
  public ImmutableList<LintedPolicy> policies() {
    return policies;
  }

  /** The permissions boundaries, all of which limit it; at AWS it has one at the most. */
  public ImmutableList<LintedPolicy> boundaries() {
    return boundaries;
  }

  /** What IAM tells of it; empty where the policies are all that is known. */
  public Optional<AccountPrincipal> details() {
    return Optional.ofNullable(details);
  }

  /** Whether it is a group whose users are known: they do what it may do, by all that they have. */
  public boolean isActingThroughMembers() {
    return details instanceof AccountPrincipal.Group group
        && account != null
        && !account.members(group).isEmpty();
  }

  /** The account that it belongs to; empty where the policies are all that is known. */
  public Optional<LintedAccount> account() {
    return Optional.ofNullable(account);
  }

  /* Several rules ask the same. */
  PrincipalGrants grants() {
    PrincipalGrants known = grants;
    if (known == null) {
      known = PrincipalGrants.of(policies, boundaries);
      grants = known;
    }
    return known;
  }

  /** Whether it may do everything, and nothing that is known of it limits it. */
  boolean isAdmin() {
    return policies.stream().anyMatch(LintedPrincipal::allowsEverything)
        && boundaries.size() == (details == null ? 0 : details.boundary().size())
        && boundaries.stream().allMatch(LintedPrincipal::allowsEverything);
  }

  private static boolean allowsEverything(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .anyMatch(AdminFull::isAdmin);
  }
}
