package dev.postern.model;

/** Whom a statement speaks of: {@code Principal}, {@code NotPrincipal} or neither. */
public sealed interface PrincipalElement {
  /** Neither element is there. */
  PrincipalElement ABSENT = new Absent();

  /** The principals as they were written; an empty list when there is no element. */
  PrincipalSet principals();

  /** {@code Principal}: any of them. AWS: "AWS JSON policy elements: Principal". */
  record Principal(PrincipalSet principals) implements PrincipalElement {}

  /** {@code NotPrincipal}: none of them. AWS: "AWS JSON policy elements: NotPrincipal". */
  record NotPrincipal(PrincipalSet principals) implements PrincipalElement {}

  /** No principal element: identity policies and service control policies have none. */
  record Absent() implements PrincipalElement {
    @Override
    public PrincipalSet principals() {
      return PrincipalSet.NOBODY;
    }
  }
}
