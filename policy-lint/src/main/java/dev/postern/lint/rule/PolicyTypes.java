package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.PolicyType.Kind;

/** Sets of policy types that several rules speak of. */
final class PolicyTypes {
  /** What is attached to a principal, and so has no principals of its own. */
  static final ImmutableSet<Kind> OF_PRINCIPALS =
      Sets.immutableEnumSet(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.SESSION);

  /** What names principals. */
  static final ImmutableSet<Kind> WITH_PRINCIPALS =
      Sets.immutableEnumSet(
          Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST, Kind.RESOURCE_CONTROL, Kind.VPC_ENDPOINT);

  /** What is attached to a resource other than a role. */
  static final ImmutableSet<Kind> OF_RESOURCES = Sets.immutableEnumSet(Kind.RESOURCE, Kind.KMS_KEY);

  /** All but trust policies, which speak of the role they belong to. */
  static final ImmutableSet<Kind> WITH_RESOURCES =
      Sets.immutableEnumSet(
          Sets.difference(ImmutableSet.copyOf(Kind.values()), ImmutableSet.of(Kind.TRUST)));

  /** What gives access; the others are ceilings, whose {@code Allow} only limits. */
  static final ImmutableSet<Kind> GRANTS =
      Sets.immutableEnumSet(Kind.IDENTITY, Kind.SESSION, Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);

  private PolicyTypes() {}
}
