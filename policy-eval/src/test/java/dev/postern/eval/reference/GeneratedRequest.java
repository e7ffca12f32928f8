package dev.postern.eval.reference;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Asker.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes up requests: who asks, for what, and the circumstances that requests tell. */
record GeneratedRequest(Dice dice) {

  /** A requester of any kind that has an account. */
  Asker principal() {
    String account = dice.percent(75) ? Vocabulary.HERE : Vocabulary.THERE;
    if (dice.percent(2)) {
      account = Vocabulary.MANAGEMENT;
    }
    String iam = "arn:aws:iam::" + account + ":";
    String sts = "arn:aws:sts::" + account + ":";
    Asker asker =
        switch (dice.below(20)) {
          case 0, 1, 2, 3, 4, 5 -> Asker.of(Kind.USER, iam + "user/alice");
          case 6, 7 -> Asker.of(Kind.USER, iam + "user/team/alice");
          case 8, 9, 10, 11 -> Asker.of(Kind.ROLE_SESSION, sts + "assumed-role/dev/s1");
          case 12 ->
              Asker.of(Kind.ROLE_SESSION, sts + "assumed-role/dev/s1")
                  .withRole(iam + "role/team/dev");
          case 13 -> Asker.of(Kind.BARE_ROLE, iam + "role/dev");
          case 14 -> Asker.of(Kind.BARE_ROLE, iam + "role/team/dev");
          case 15, 16 -> Asker.of(Kind.FEDERATED_USER, sts + "federated-user/alice");
          case 17 ->
              Asker.of(Kind.FEDERATED_USER, sts + "federated-user/alice")
                  .withIssuer(iam + dice.of("user/alice", "user/team/alice", "user/bob"));
          case 18 -> Asker.of(Kind.ROOT, iam + "root");
          default -> serviceLinked(iam, sts);
        };
    if (dice.percent(10) && (asker.kind() == Kind.USER || asker.kind().isRole())) {
      asker =
          asker.withUniqueId(asker.kind() == Kind.USER ? Vocabulary.USER_ID : Vocabulary.ROLE_ID);
    }
    if (dice.percent(25)) {
      asker =
          asker.withCanonicalId(
              account.equals(Vocabulary.HERE)
                  ? Vocabulary.CANONICAL_HERE
                  : Vocabulary.CANONICAL_THERE);
    }
    return asker;
  }

  private Asker serviceLinked(String iam, String sts) {
    String name = "AWSServiceRoleForX";
    Asker session = Asker.of(Kind.ROLE_SESSION, sts + "assumed-role/" + name + "/s1");
    return switch (dice.below(3)) {
      case 0 -> session.withRole(iam + "role/aws-service-role/x.amazonaws.com/" + name);
      case 1 -> session.withServiceLinked();
      default -> session;
    };
  }

  /** A requester of any kind that asks for resources. */
  Asker anyone() {
    return switch (dice.below(20)) {
      case 0, 1 ->
          Asker.of(
              Kind.SERVICE,
              dice.of(
                  "lambda.amazonaws.com",
                  "lambda.us-east-1.amazonaws.com",
                  "logging.s3.amazonaws.com",
                  "delivery.logs.amazonaws.com"));
      case 2, 3 -> Asker.of(Kind.ANONYMOUS, "*");
      case 4 -> {
        String id = dice.of(Vocabulary.CANONICAL_HERE, Vocabulary.CANONICAL_THERE);
        yield dice.percent(40) ? Asker.of(Kind.CANONICAL, id).withCanonicalId(id) : principal();
      }
      default -> principal();
    };
  }

  // Context

  /** Some keys with values, some of them as hostile as they come. */
  ImmutableMap<String, ContextValue> context(int most) {
    Map<String, ContextValue> context = new LinkedHashMap<>();
    int count = dice.below(most + 1);
    for (int i = 0; i < count; i++) {
      String key = dice.of(Vocabulary.KEYS.keySet().asList());
      if (!context.containsKey(Ascii.toUpperCase(key))) {
        context.remove(key);
        context.put(spelled(key), value(key));
      }
    }
    // One instant a request.
    if (context.containsKey("aws:CurrentTime")) {
      context.remove("aws:EpochTime");
    }
    // A tag key may stand in two spellings, the part before it in one.
    ContextValue tag = context.remove("aws:principaltag/P");
    if (tag != null) {
      context.put("aws:PrincipalTag/P", tag);
    }
    return ImmutableMap.copyOf(context);
  }

  private String spelled(String key) {
    boolean fixed =
        key.contains("/") || key.equals("aws:CurrentTime") || key.equals("aws:EpochTime");
    return fixed || dice.percent(85) ? key : Ascii.toUpperCase(key);
  }

  private ContextValue value(String key) {
    if (key.equals("aws:CurrentTime")) {
      return new ContextValue.Single(dice.of("2023-11-14T22:13:20Z", "2026-01-31T12:00:00Z"));
    }
    if (key.equals("aws:EpochTime")) {
      return new ContextValue.Single(dice.of("1700000000", "1769860800"));
    }
    if (dice.percent(5)) {
      return new ContextValue.Null();
    }
    boolean list =
        key.equals("aws:TagKeys")
            || key.equals("dynamodb:LeadingKeys")
            || key.equals("my:list")
            || (key.startsWith("my:") && dice.percent(30));
    if (list && dice.percent(85)) {
      return new ContextValue.Many(dice.several(0, 3, () -> text(key)));
    }
    return dice.percent(3) && key.startsWith("aws:")
        ? new ContextValue.Many(ImmutableList.of(text(key)))
        : new ContextValue.Single(text(key));
  }

  private String text(String key) {
    if (Vocabulary.KEYS.get(key).equals(Vocabulary.ADDRESSES) && dice.percent(8)) {
      // In requests alone: of a block of such addresses in a policy AWS says even less.
      return "::ffff:203.0.113.7";
    }
    if (dice.percent(10)) {
      return dice.of(Vocabulary.HOSTILE);
    }
    return dice.percent(5)
        ? dice.of(Vocabulary.KEYS.get(dice.of(Vocabulary.KEYS.keySet().asList())))
        : dice.of(Vocabulary.KEYS.get(key));
  }
}
