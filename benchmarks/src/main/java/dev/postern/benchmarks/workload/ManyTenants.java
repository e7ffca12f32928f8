package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;
import java.util.Locale;

/**
 * w6: a thousand statements that allow the same action on the same resources and differ in the
 * tenant that a tag of the caller names.
 */
final class ManyTenants {
  private static final String GET = "s3:GetObject";
  private static final String SHARED = "arn:aws:s3:::shared-data/";
  private static final String TENANT = "aws:PrincipalTag/tenant";
  private static final int TENANTS = 1_000;
  private static final int PER_POLICY = 100;
  private static final int REQUESTS = 200;

  private ManyTenants() {}

  static Workload make() {
    ImmutableList.Builder<PlainPolicy> policies = ImmutableList.builder();
    for (int first = 0; first < TENANTS; first += PER_POLICY) {
      ImmutableList.Builder<PlainStatement> statements = ImmutableList.builder();
      for (int i = first; i < first + PER_POLICY; i++) {
        statements.add(statement(i));
      }
      policies.add(new PlainPolicy(statements.build()));
    }
    ImmutableList.Builder<PlainRequest> requests = ImmutableList.builder();
    Dice dice = new Dice(6);
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(request(i, dice));
    }
    return Workload.checked(
        "w6", PlainPolicies.ofIdentity(policies.build()), dice.shuffled(requests.build()));
  }

  private static PlainStatement statement(int tenant) {
    return PlainStatement.allow(ImmutableList.of(GET), SHARED + "*")
        .when(ImmutableList.of(PlainCondition.of("StringEquals", TENANT, name(tenant))))
        .named("Tenant" + tenant);
  }

  private static String name(int tenant) {
    return String.format(Locale.ROOT, "tenant-%04d", tenant);
  }

  /* Of ten requests, six are by tenants, two by a stranger, one without a tag, one elsewhere. */
  private static PlainRequest request(int i, Dice dice) {
    int kind = i % 10;
    ImmutableMap.Builder<String, PlainValue> context = ImmutableMap.builder();
    context.put("aws:username", PlainValue.of("alice"));
    if (kind != 8) {
      int tenant = dice.below(TENANTS) + (kind == 6 || kind == 7 ? TENANTS : 0);
      context.put(TENANT, PlainValue.of(name(tenant)));
    }
    return PlainRequest.byAlice(
        GET,
        (kind == 9 ? "arn:aws:s3:::other-data/" : SHARED) + dice.hex(8) + ".csv",
        context.buildOrThrow(),
        kind < 6 ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY);
  }
}
