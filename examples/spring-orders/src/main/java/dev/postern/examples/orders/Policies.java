package dev.postern.examples.orders;

import com.google.common.collect.ImmutableMap;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;

/**
 * The policies of all files as they were at one moment. Immutable, so a request that took one is
 * decided by it from beginning to end, whatever is loaded meanwhile.
 *
 * @param byFile such as {@code boundary.json}, {@code roles/support.json}, {@code users/bob.json}
 */
record Policies(ImmutableMap<String, CompiledPolicy> byFile) {
  static final String BOUNDARY = "boundary.json";

  /**
   * What applies to an employee: the policies of the roles and the person's own, within the
   * boundary of everybody. Without a boundary nobody may do anything, lest a lost file open the
   * service.
   */
  PolicySet of(Employee employee) {
    CompiledPolicy boundary = byFile.get(BOUNDARY);
    if (boundary == null) {
      return PolicySet.EMPTY;
    }
    PolicySet set =
        with(
            PolicySet.EMPTY.withPermissionsBoundary(boundary),
            "users/" + employee.name() + ".json");
    for (String role : employee.roles()) {
      set = with(set, "roles/" + role + ".json");
    }
    return set;
  }

  private PolicySet with(PolicySet set, String file) {
    CompiledPolicy policy = byFile.get(file);
    return policy == null ? set : set.withIdentity(policy);
  }
}
