package dev.postern.examples.dynamodb;

import com.google.common.collect.ImmutableSet;
import dev.postern.eval.Authorization;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import java.util.List;

/** Decides what a session of a tenant may do with tables in which other tenants have rows, too. */
public final class TenantTables {
  private final Authorizer authorizer = Authorizer.standard();
  private final PolicySet policies;

  /** By the policy of the role that all tenants' sessions have. */
  public TenantTables(CompiledPolicy role) {
    this.policies = PolicySet.EMPTY.withIdentity(role);
  }

  // README: leading-keys
  /**
   * Decides a call.
   *
   * @param tenant the tag that the session was made with; empty if it has none
   * @param parts what it asks of each table
   */
  public Decision decide(String tenant, TableRequest... parts) {
    return authorizer.decideAll(
        List.of(parts).stream()
            .map(part -> new Authorization(asking(tenant, part), policies))
            .toList());
  }

  private static AuthorizationRequest asking(String tenant, TableRequest part) {
    AuthorizationRequest request =
        AuthorizationRequest.by("arn:aws:sts::111122223333:assumed-role/application/session")
            .asksTo(part.action())
            .on("arn:aws:dynamodb:eu-west-1:111122223333:table/" + part.table());
    if (!tenant.isEmpty()) {
      request = request.with("aws:PrincipalTag/tenant", tenant);
    }
    if (part.action().equals("dynamodb:Query") || part.action().equals("dynamodb:Scan")) {
      request =
          request.with(
              "dynamodb:Select",
              part.attributes().isEmpty() ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES");
    }
    // A key without values is not the same as no key, and DynamoDB sends no key.
    request = withAny(request, "dynamodb:LeadingKeys", part.keys());
    return withAny(request, "dynamodb:Attributes", part.attributes());
  }

  private static AuthorizationRequest withAny(
      AuthorizationRequest request, String key, ImmutableSet<String> values) {
    return values.isEmpty() ? request : request.with(key, values);
  }
  // README: end
}
