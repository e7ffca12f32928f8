package dev.postern.eval;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.postern.model.PolicyType.Kind;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies that apply to a request, and what is set around them. Composing one is cheap and
 * never looks at statements, so a service that holds many policies composes the caller's and the
 * resource's for each request; what it has prepared for the parts serves every set that holds them.
 * Immutable and thread-safe.
 */
public final class PolicySet {
  /** No policy at all. */
  public static final PolicySet EMPTY =
      new PolicySet(CallerSide.NONE, null, null, null, null, ImmutableList.of(), Settings.NONE);

  private final CallerSide caller;
  private final @Nullable PolicyGroup resource;
  private final @Nullable PolicyGroup accessPoint;
  private final @Nullable ImmutableList<PolicyGroup> resourceControl;
  private final @Nullable PolicyGroup endpoint;
  private final ImmutableList<KmsGrant> grants;
  private final Settings settings;

  private PolicySet(
      CallerSide caller,
      @Nullable PolicyGroup resource,
      @Nullable PolicyGroup accessPoint,
      @Nullable ImmutableList<PolicyGroup> resourceControl,
      @Nullable PolicyGroup endpoint,
      ImmutableList<KmsGrant> grants,
      Settings settings) {
    this.caller = caller;
    this.resource = resource;
    this.accessPoint = accessPoint;
    this.resourceControl = resourceControl;
    this.endpoint = endpoint;
    this.grants = grants;
    this.settings = settings;
  }

  /**
   * The same set and an identity policy of the requester, or of one of its groups.
   *
   * @throws IllegalArgumentException if it is not an identity policy
   */
  public PolicySet withIdentity(CompiledPolicy policy) {
    require(policy, Kind.IDENTITY, "an identity policy");
    return new PolicySet(
        caller.withIdentity(policy),
        resource,
        accessPoint,
        resourceControl,
        endpoint,
        grants,
        settings);
  }

  /**
   * The same set with the requester's permissions boundary in place of the one it had.
   *
   * @throws IllegalArgumentException if it was not read as a permissions boundary
   */
  public PolicySet withPermissionsBoundary(CompiledPolicy policy) {
    require(policy, Kind.PERMISSIONS_BOUNDARY, "a permissions boundary");
    return new PolicySet(
        caller.withBoundary(policy),
        resource,
        accessPoint,
        resourceControl,
        endpoint,
        grants,
        settings);
  }

  /**
   * The same set and a policy that was passed when the requester's session was made.
   *
   * @throws IllegalArgumentException if it was not read as a session policy
   */
  public PolicySet withSession(CompiledPolicy policy) {
    require(policy, Kind.SESSION, "a session policy");
    return new PolicySet(
        caller.withSession(policy),
        resource,
        accessPoint,
        resourceControl,
        endpoint,
        grants,
        settings);
  }

  /**
   * The same set with the policy of the resource, a KMS key's and a role's trust policy included,
   * in place of the one it had.
   *
   * @throws IllegalArgumentException if it is not a resource-based policy
   */
  public PolicySet withResource(CompiledPolicy policy) {
    requireResourceBased(policy);
    return new PolicySet(
        caller, policy.alone(), accessPoint, resourceControl, endpoint, grants, settings);
  }

  /** The same set without a policy of the resource. */
  public PolicySet withoutResource() {
    return new PolicySet(caller, null, accessPoint, resourceControl, endpoint, grants, settings);
  }

  /**
   * The same set with the policy of the S3 access point in place of the one it had.
   *
   * @throws IllegalArgumentException if it is not a resource-based policy
   */
  public PolicySet withAccessPoint(CompiledPolicy policy) {
    requireResourceBased(policy);
    return new PolicySet(
        caller, resource, policy.alone(), resourceControl, endpoint, grants, settings);
  }

  /** The access point's side: its policy stands where the bucket's stood. */
  PolicySet atAccessPoint(@Nullable String ownerOfBucket) {
    return new PolicySet(
        caller,
        accessPoint,
        null,
        resourceControl,
        endpoint,
        grants,
        settings.with(settings.s3().atAccessPoint(ownerOfBucket)));
  }

  /**
   * The same set with one more level of the requester's organization, the root first. A level
   * without policies allows nothing.
   *
   * @throws IllegalArgumentException if one was not read as a service control policy
   */
  public PolicySet withServiceControlLevel(Iterable<CompiledPolicy> policies) {
    policies.forEach(policy -> require(policy, Kind.SERVICE_CONTROL, "a service control policy"));
    return new PolicySet(
        caller.withLevel(policies),
        resource,
        accessPoint,
        resourceControl,
        endpoint,
        grants,
        settings);
  }

  /**
   * The same set with one more level of the resource's organization, the root first.
   *
   * @throws IllegalArgumentException if one was not read as a resource control policy
   */
  public PolicySet withResourceControlLevel(Iterable<CompiledPolicy> policies) {
    policies.forEach(policy -> require(policy, Kind.RESOURCE_CONTROL, "a resource control policy"));
    return new PolicySet(
        caller,
        resource,
        accessPoint,
        PolicyGroup.plus(resourceControl, policies),
        endpoint,
        grants,
        settings);
  }

  /**
   * The same set with the policy of the VPC endpoint that requests pass, in place of the one it
   * had.
   *
   * @throws IllegalArgumentException if it was not read as a VPC endpoint policy
   */
  public PolicySet withVpcEndpoint(CompiledPolicy policy) {
    require(policy, Kind.VPC_ENDPOINT, "a VPC endpoint policy");
    return new PolicySet(
        caller, resource, accessPoint, resourceControl, policy.alone(), grants, settings);
  }

  /** The same set and a grant on a KMS key. */
  public PolicySet withKmsGrant(KmsGrant grant) {
    return new PolicySet(
        caller,
        resource,
        accessPoint,
        resourceControl,
        endpoint,
        ImmutableList.<KmsGrant>builder().addAll(grants).add(grant).build(),
        settings);
  }

  /** The same set under other settings. */
  public PolicySet with(Settings others) {
    return new PolicySet(caller, resource, accessPoint, resourceControl, endpoint, grants, others);
  }

  private static void require(CompiledPolicy policy, Kind kind, String expected) {
    if (policy.type().kind() != kind) {
      throw misread(policy, expected);
    }
  }

  private static void requireResourceBased(CompiledPolicy policy) {
    if (!policy.type().kind().isResourceBased()) {
      throw misread(policy, "a resource-based policy");
    }
  }

  private static IllegalArgumentException misread(CompiledPolicy policy, String expected) {
    return new IllegalArgumentException(
        "`" + policy.name() + "` was read as " + policy.type() + ", not as " + expected);
  }

  /** The identity policies. */
  public ImmutableList<CompiledPolicy> identity() {
    return caller.identity().policies();
  }

  /** The resource's policy, where it has one. */
  public Optional<CompiledPolicy> resource() {
    return resource == null ? Optional.empty() : Optional.of(resource.policies().get(0));
  }

  /** What is set around the policies. */
  public Settings settings() {
    return settings;
  }

  /** Every policy, of every type, each as often as it is attached. */
  public ImmutableList<CompiledPolicy> policies() {
    return all().collect(ImmutableList.toImmutableList());
  }

  /**
   * The same set with other policies in the same places.
   *
   * @param replacement what stands in for each policy; it has to be of the same type
   * @throws IllegalArgumentException if it is of another one
   */
  public PolicySet replacing(UnaryOperator<CompiledPolicy> replacement) {
    UnaryOperator<CompiledPolicy> checked =
        policy -> {
          CompiledPolicy other = replacement.apply(policy);
          checkArgument(other.type().equals(policy.type()), "not of the type %s", policy.type());
          return other;
        };
    return new PolicySet(
        caller.replacing(checked),
        PolicyGroup.replacingAny(resource, checked),
        PolicyGroup.replacingAny(accessPoint, checked),
        PolicyGroup.replacingAll(resourceControl, checked),
        PolicyGroup.replacingAny(endpoint, checked),
        grants,
        settings);
  }

  Stream<CompiledPolicy> all() {
    Stream<PolicyGroup> singles =
        Stream.of(
            caller.identity(),
            caller.session(),
            groupOrNone(caller.boundary()),
            groupOrNone(resource));
    Stream<PolicyGroup> others = Stream.of(groupOrNone(accessPoint), groupOrNone(endpoint));
    return Stream.of(
            singles, others, levelsOrNone(caller.serviceControl()), levelsOrNone(resourceControl))
        .flatMap(groups -> groups)
        .flatMap(group -> group.policies().stream());
  }

  private static PolicyGroup groupOrNone(@Nullable PolicyGroup group) {
    return group == null ? PolicyGroup.NONE : group;
  }

  private static Stream<PolicyGroup> levelsOrNone(@Nullable ImmutableList<PolicyGroup> levels) {
    return levels == null ? Stream.empty() : levels.stream();
  }

  /** Whether the requester is a user or a role session with a permissions boundary. */
  boolean boundsRequester(Facts facts) {
    return caller.boundary() != null
        && (facts.kind() == RequesterKind.USER || facts.kind() == RequesterKind.ROLE_SESSION);
  }

  /** Whether some statement asks for the time of the request. */
  boolean asksTheTime() {
    return caller.asksTheTime()
        || asksTheTime(resource)
        || asksTheTime(endpoint)
        || asksTheTime(resourceControl);
  }

  private static boolean asksTheTime(@Nullable PolicyGroup group) {
    return group != null && group.asksTheTime();
  }

  private static boolean asksTheTime(@Nullable ImmutableList<PolicyGroup> levels) {
    return levels != null && Iterables.any(levels, PolicyGroup::asksTheTime);
  }

  CallerSide caller() {
    return caller;
  }

  PolicyGroup identityGroup() {
    return caller.identity();
  }

  @Nullable PolicyGroup boundaryGroup() {
    return caller.boundary();
  }

  PolicyGroup sessionGroup() {
    return caller.session();
  }

  @Nullable PolicyGroup resourceGroup() {
    return resource;
  }

  @Nullable PolicyGroup accessPointGroup() {
    return accessPoint;
  }

  @Nullable PolicyGroup endpointGroup() {
    return endpoint;
  }

  /** The levels of service control policies; null where the requester is in no organization. */
  @Nullable ImmutableList<PolicyGroup> serviceControlLevels() {
    return caller.serviceControl();
  }

  /** The levels of resource control policies; null where the resource is in no organization. */
  @Nullable ImmutableList<PolicyGroup> resourceControlLevels() {
    return resourceControl;
  }

  ImmutableList<KmsGrant> kmsGrants() {
    return grants;
  }
}
