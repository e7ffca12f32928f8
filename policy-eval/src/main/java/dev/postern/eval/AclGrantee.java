package dev.postern.eval;

import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;

/** To whom an access control list gives something: an account or one of Amazon's groups. */
public sealed interface AclGrantee {
  /** As it was written. */
  String text();

  /** An account by its canonical user id. */
  record CanonicalId(String text) implements AclGrantee {}

  /** An account by its 12 digits. */
  record Account(String text) implements AclGrantee {}

  /** One of the groups that S3 knows. */
  enum Group implements AclGrantee {
    /** Everyone, unsigned requests included. */
    ALL_USERS("AllUsers"),
    /** Every signed request of any account. */
    AUTHENTICATED_USERS("AuthenticatedUsers"),
    /** The service that delivers access logs. */
    LOG_DELIVERY("LogDelivery");

    private final String text;

    Group(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** Whether a grant to it makes a list public. */
  default boolean isPublic() {
    return this == Group.ALL_USERS || this == Group.AUTHENTICATED_USERS;
  }

  /**
   * Reads a canonical user id, an account's 12 digits, or a group.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static AclGrantee of(String text) {
    for (Group group : Group.values()) {
      if (group.text.equals(text)) {
        return group;
      }
    }
    if (PrincipalValue.isAccountId(text)) {
      return new Account(text);
    }
    if (PrincipalValue.of(PrincipalKind.CANONICAL_USER, text)
        instanceof PrincipalValue.CanonicalUser) {
      return new CanonicalId(text);
    }
    throw new IllegalArgumentException(
        "`"
            + text
            + "` is no grantee; expected a canonical user id, an account, `AllUsers`,"
            + " `AuthenticatedUsers` or `LogDelivery`");
  }
}
