package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import java.util.Collection;
import java.util.stream.Collectors;

/** Somebody, or a group, that has policies. */
public sealed interface AccountPrincipal {
  /** What all of them have. */
  PrincipalEntry entry();

  /** What it is, in lower case: {@code user}, {@code group}, {@code role}. */
  String kind();

  /** Its permissions boundary; none, or one. */
  ImmutableList<Attachment> boundary();

  /**
   * A user.
   *
   * @param groups the names of the groups that he is in
   */
  record User(
      PrincipalEntry entry,
      ImmutableList<Attachment> boundary,
      ImmutableList<Located<String>> groups)
      implements AccountPrincipal {
    @Override
    public String kind() {
      return "user";
    }
  }

  /** A group of users. */
  record Group(PrincipalEntry entry) implements AccountPrincipal {
    @Override
    public String kind() {
      return "group";
    }

    @Override
    public ImmutableList<Attachment> boundary() {
      return ImmutableList.of();
    }
  }

  /**
   * A role.
   *
   * @param trust its trust policy; none if the text has none
   * @param instanceProfiles the ARNs of the instance profiles that give it to virtual machines
   */
  record Role(
      PrincipalEntry entry,
      ImmutableList<Attachment> boundary,
      ImmutableList<AccountPolicy> trust,
      ImmutableList<Located<String>> instanceProfiles)
      implements AccountPrincipal {
    @Override
    public String kind() {
      return "role";
    }
  }

  /** Its ARN. */
  default String arn() {
    return entry().arn();
  }

  /** For people: {@code role `deploy`}. */
  default String describe() {
    return kind() + " " + Names.quoted(entry().name().value());
  }

  /** For people: {@code role `deploy`, user `anna` and 3 more}. */
  static String describe(Collection<? extends AccountPrincipal> principals) {
    return Names.list(
        principals.stream().map(AccountPrincipal::describe).collect(Collectors.toList()));
  }
}
