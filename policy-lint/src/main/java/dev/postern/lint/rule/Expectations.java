package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionPattern;
import dev.postern.model.ConditionKey;
import dev.postern.model.Glob;
import dev.postern.model.ResourcePattern;

/**
 * What the owner of policies expects of them beyond what is right for everybody. Nothing unless it
 * is said.
 *
 * @param organizationAccounts the owner's own accounts, twelve digits each
 * @param trustedAccounts accounts of others that may be let in, twelve digits each
 * @param forbiddenPrincipals principals that no policy may name: account IDs, ARNs, services, with
 *     wildcards
 * @param allowedPrincipals the only principals that a policy may name, where there are any
 * @param sensitiveAccess what deserves a look wherever it is granted
 * @param forbiddenAccess what no policy may grant
 * @param forbiddenConditions conditions under which no policy may grant anything
 * @param requiredConditions conditions that certain actions may be granted under only
 * @param requiredBoundaries ARNs of permissions boundaries, with wildcards, one of which every new
 *     principal has to get
 * @param scpLanguage what service control policies are written in
 * @param broadNetworks from which prefix length on a block of addresses is not broad
 * @param withoutBoundary ARNs of principals, with wildcards, that need no permissions boundary
 */
public record Expectations(
    ImmutableSet<String> organizationAccounts,
    ImmutableSet<String> trustedAccounts,
    ImmutableList<Glob> forbiddenPrincipals,
    ImmutableList<Glob> allowedPrincipals,
    ImmutableList<Access> sensitiveAccess,
    ImmutableList<Access> forbiddenAccess,
    ImmutableList<Test> forbiddenConditions,
    ImmutableList<Requirement> requiredConditions,
    ImmutableList<Glob> requiredBoundaries,
    ScpLanguage scpLanguage,
    BroadNetworks broadNetworks,
    ImmutableList<Glob> withoutBoundary) {

  /** Nothing beyond what is right for everybody. */
  public static final Expectations NONE =
      new Expectations(
          ImmutableSet.of(),
          ImmutableSet.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ScpLanguage.FULL,
          BroadNetworks.USUAL,
          ImmutableList.of());

  /**
   * Actions on resources.
   *
   * @param actions some of these
   * @param resources on some of these; on any where there are none
   */
  public record Access(
      ImmutableList<ActionPattern> actions, ImmutableList<ResourcePattern> resources) {}

  /**
   * A test that a condition makes.
   *
   * @param operator its operator, set prefix and {@code IfExists} included; any if empty
   * @param key the key
   * @param values globs, one of which each of the condition's values has to match; any where there
   *     are none
   */
  public record Test(String operator, ConditionKey key, ImmutableList<Glob> values) {}

  /**
   * A condition that certain actions may be granted under only.
   *
   * @param actions the actions
   * @param anyOf tests, one of which has to be there
   */
  public record Requirement(ImmutableList<ActionPattern> actions, ImmutableList<Test> anyOf) {}

  /** What service control policies are written in. AWS: "SCP syntax". */
  public enum ScpLanguage {
    /** All of the policy language, as since September 2025. */
    FULL,
    /** Without {@code NotResource}, and without conditions or resources in an Allow. */
    LEGACY
  }

  /**
   * From which prefix length on a block of addresses is not broad.
   *
   * @param ipv4 of IPv4, in bits
   * @param ipv6 of IPv6, in bits
   * @param asked whether somebody wants to hear of broad blocks
   */
  public record BroadNetworks(int ipv4, int ipv6, boolean asked) {
    /** No more than 16 million addresses of IPv4. */
    public static final BroadNetworks USUAL = new BroadNetworks(8, 16, false);
  }
}
