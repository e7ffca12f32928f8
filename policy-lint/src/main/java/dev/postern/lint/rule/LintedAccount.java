package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.postern.lint.account.AccountDetails;
import dev.postern.lint.account.AccountPolicy;
import dev.postern.lint.account.AccountPrincipal;
import dev.postern.lint.account.AccountPrincipal.Group;
import dev.postern.lint.account.AccountPrincipal.Role;
import dev.postern.lint.account.AccountPrincipal.User;
import dev.postern.lint.account.Attachment;
import dev.postern.model.source.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account, as rules see it. Made for one thread. */
public final class LintedAccount {
  private final AccountDetails details;
  private final Background background;
  private final Map<AccountPolicy, LintedPolicy> policies = new LinkedHashMap<>();
  private final ImmutableMap<String, AccountPolicy> managed;
  private final ImmutableMap<String, Group> groups;
  private final ImmutableListMultimap<String, User> members;
  private final ImmutableList<LintedPrincipal> principals;
  private @Nullable ImmutableList<ComputeRole> computeRoles;

  private LintedAccount(AccountDetails details, Background background) {
    this.details = details;
    this.background = background;
    ImmutableMap.Builder<String, AccountPolicy> byArn = ImmutableMap.builder();
    details.policies().forEach(policy -> byArn.put(policy.identity(), policy));
    this.managed = byArn.buildKeepingLast();
    ImmutableMap.Builder<String, Group> byName = ImmutableMap.builder();
    of(Group.class).forEach(group -> byName.put(group.entry().name().value(), group));
    this.groups = byName.buildKeepingLast();
    ImmutableListMultimap.Builder<String, User> byGroup = ImmutableListMultimap.builder();
    for (User user : of(User.class)) {
      user.groups().forEach(group -> byGroup.put(group.value(), user));
    }
    this.members = byGroup.build();
    details.principals().forEach(this::addPolicies);
    details.policies().forEach(policy -> add(policy, background));
    this.principals = details.principals().stream().map(this::principal).collect(toImmutableList());
  }

  /** An account, judged by a catalog, a clock and expectations. */
  public static LintedAccount of(AccountDetails details, Background background) {
    return new LintedAccount(details, background);
  }

  private <P extends AccountPrincipal> ImmutableList<P> of(Class<P> kind) {
    return details.principals().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(toImmutableList());
  }

  private void addPolicies(AccountPrincipal principal) {
    addInline(
        principal.entry().inline(), InlineUse.Holder.valueOf(Ascii.toUpperCase(principal.kind())));
    if (principal instanceof Role role) {
      role.trust().forEach(policy -> add(policy, background));
    }
  }

  /* What they come to together is told of the longest of them. */
  private void addInline(ImmutableList<AccountPolicy> inline, InlineUse.Holder holder) {
    int all = inline.stream().mapToInt(LintedAccount::length).sum();
    Optional<AccountPolicy> longest =
        inline.stream().max(Comparator.comparingInt(LintedAccount::length));
    for (AccountPolicy policy : inline) {
      boolean isLongest = longest.filter(policy::equals).isPresent();
      int others = isLongest ? all - length(policy) : 0;
      add(policy, background.inline(new InlineUse.In(holder, others)));
    }
  }

  private static int length(AccountPolicy policy) {
    return policy.reading().json().map(json -> InlineUse.lengthOf(json.span().text())).orElse(0);
  }

  private void add(AccountPolicy policy, Background judgedBy) {
    policies.put(policy, LintedPolicy.of(policy.reading(), judgedBy));
  }

  private LintedPrincipal principal(AccountPrincipal principal) {
    Set<LintedPolicy> all = new LinkedHashSet<>(own(principal));
    if (principal instanceof User user) {
      for (Located<String> group : user.groups()) {
        Group found = groups.get(group.value());
        if (found != null) {
          all.addAll(own(found));
        }
      }
    }
    return LintedPrincipal.of(principal, this, new ArrayList<>(all), managed(principal.boundary()));
  }

  private List<LintedPolicy> own(AccountPrincipal principal) {
    List<LintedPolicy> own = new ArrayList<>();
    principal.entry().inline().forEach(policy -> own.add(policy(policy)));
    own.addAll(managed(principal.entry().attached()));
    return own;
  }

  private ImmutableList<LintedPolicy> managed(Collection<Attachment> attachments) {
    return attachments.stream()
        .flatMap(attachment -> managed(attachment.arn().value()).stream())
        .collect(toImmutableList());
  }

  /** What was read. */
  public AccountDetails details() {
    return details;
  }

  /** What the owner of the account expects beyond what is right for everybody. */
  public Expectations expectations() {
    return background.expectations();
  }

  /** Its policies, those of principals first. */
  public ImmutableList<AccountPolicy> policies() {
    return ImmutableList.copyOf(policies.keySet());
  }

  /** One of its policies. */
  public LintedPolicy policy(AccountPolicy policy) {
    return Optional.ofNullable(policies.get(policy)).orElseThrow();
  }

  /** The managed policy of an ARN; empty if nothing is told of it. */
  public Optional<LintedPolicy> managed(String arn) {
    return Optional.ofNullable(managed.get(arn)).map(this::policy);
  }

  /** Its principals, in the order of the text, with the policies that they have. */
  public ImmutableList<LintedPrincipal> principals() {
    return principals;
  }

  /** The users of a group. */
  public ImmutableList<User> members(Group group) {
    return members.get(group.entry().name().value());
  }

  /* Each principal asks for them. */
  ImmutableList<ComputeRole> computeRoles() {
    ImmutableList<ComputeRole> known = computeRoles;
    if (known == null) {
      known = principals.stream().flatMap(ComputeRole::of).collect(toImmutableList());
      computeRoles = known;
    }
    return known;
  }
}
