package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;
import java.util.Locale;

/** w1: one statement, an exact action, resources with one prefix; w1c: over TLS only. */
final class OneStatement {
  private static final String GET = "s3:GetObject";
  private static final String BUCKET = "arn:aws:s3:::reports-bucket/";
  private static final String TLS = "aws:SecureTransport";
  private static final int REQUESTS = 64;

  private OneStatement() {}

  static Workload plain() {
    return make("w1", ImmutableList.of());
  }

  static Workload conditional() {
    return make("w1c", ImmutableList.of(PlainCondition.of("Bool", TLS, "true")));
  }

  private static Workload make(String name, ImmutableList<PlainCondition> conditions) {
    PlainStatement statement =
        PlainStatement.allow(ImmutableList.of(GET), BUCKET + "2026/*").when(conditions);
    ImmutableList.Builder<PlainRequest> requests = ImmutableList.builder();
    Dice dice = new Dice(1);
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(request(i, !conditions.isEmpty(), dice));
    }
    return Workload.checked(
        name,
        PlainPolicies.ofIdentity(ImmutableList.of(PlainPolicy.of(statement))),
        requests.build());
  }

  /* Of ten, two ask for another action and two for another year; w1c has one without TLS besides. */
  private static PlainRequest request(int i, boolean conditional, Dice dice) {
    String file = String.format(Locale.ROOT, "/%02d/%s.csv", 1 + dice.below(12), dice.hex(10));
    boolean otherAction = i % 5 == 3;
    boolean otherYear = i % 5 == 4;
    boolean withoutTls = conditional && i % 10 == 1;
    return PlainRequest.byAlice(
        otherAction ? "s3:PutObject" : GET,
        BUCKET + (otherYear ? "2025" : "2026") + file,
        ImmutableMap.of(
            TLS,
            PlainValue.of(withoutTls ? "false" : "true"),
            "aws:username",
            PlainValue.of("alice")),
        otherAction || otherYear || withoutTls ? Verdict.IMPLICIT_DENY : Verdict.ALLOWED);
  }
}
