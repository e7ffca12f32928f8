package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;

/** What stands under {@code Principal} or {@code NotPrincipal}. */
public sealed interface PrincipalSet {
  /** No principal at all. */
  PrincipalSet NOBODY = new Listed(ImmutableList.of());

  /** The string {@code "*"}: everyone, anonymous requests and AWS services included. */
  record Everyone() implements PrincipalSet {}

  /** An object of kinds and values, in the author's order. */
  record Listed(ImmutableList<Entry> entries) implements PrincipalSet {}

  /**
   * One kind with its values.
   *
   * @param kind {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}
   * @param values its values; the span is that of the list or of the single value
   */
  record Entry(
      Located<PrincipalKind> kind, Located<ImmutableList<Located<PrincipalValue>>> values) {}
}
