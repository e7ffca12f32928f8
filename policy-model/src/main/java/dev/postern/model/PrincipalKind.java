package dev.postern.model;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of principal. AWS: "AWS JSON policy elements: Principal". */
public enum PrincipalKind {
  /** Accounts, users, roles, sessions, or everyone. */
  AWS("AWS"),
  /** An AWS service. */
  SERVICE("Service"),
  /** An identity provider. */
  FEDERATED("Federated"),
  /** An account by its canonical id; S3 alone knows this kind. */
  CANONICAL_USER("CanonicalUser");

  /** The names as they stand in policies. */
  public static final ImmutableList<String> NAMES =
      Arrays.stream(values()).map(PrincipalKind::text).collect(ImmutableList.toImmutableList());

  private final String text;

  PrincipalKind(String text) {
    this.text = text;
  }

  /** As it stands in a policy. */
  public String text() {
    return text;
  }

  /** The kind spelled so, letter case included. */
  public static Optional<PrincipalKind> named(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }
}
