package dev.postern.benchmarks.workload;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.postern.eval.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * w3: the statements of a store that many tenants share. Of ten, nine allow and one denies, three
 * have a condition; resources are prefixes, exact, or have a star inside. A smaller store is the
 * beginning of a larger one.
 */
final class SharedStore {
  private static final ImmutableList<String> ACTIONS =
      Splitter.on(' ')
          .splitToStream(
              "GetObject PutObject DeleteObject GetObjectTagging PutObjectTagging"
                  + " DeleteObjectTagging GetObjectAttributes GetObjectRetention"
                  + " PutObjectRetention GetObjectLegalHold PutObjectLegalHold"
                  + " AbortMultipartUpload ListMultipartUploadParts RestoreObject"
                  + " DeleteObjectVersion GetObjectVersionTagging DeleteObjectVersionTagging"
                  + " PutObjectVersionTagging ReplicateObject ReplicateDelete ReplicateTags"
                  + " BypassGovernanceRetention")
          .map(name -> "s3:" + name)
          .collect(ImmutableList.toImmutableList());

  private static final ImmutableList<String> FOLDERS =
      ImmutableList.of("in", "out", "data", "media", "export", "models");

  private static final String USER_AGENT = "aws:UserAgent";

  private static final ImmutableList<PlainCondition> CONDITIONS =
      ImmutableList.of(
          PlainCondition.of("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
          PlainCondition.of("Bool", "aws:SecureTransport", "true"),
          PlainCondition.of("StringLike", USER_AGENT, "client-a/*"));

  private static final String BUCKETS = "arn:aws:s3:::";
  private static final int PER_POLICY = 100;
  private static final int REQUESTS = 200;

  private final Dice dice;
  /* What requests are made for: not the rare statement on everything, which nobody asks for. */
  private final List<PlainStatement> allows = new ArrayList<>();
  private final List<PlainStatement> denies = new ArrayList<>();

  private SharedStore(int statements) {
    this.dice = new Dice(30_000_000L + statements);
  }

  static Workload of(int count) {
    SharedStore store = new SharedStore(count);
    ImmutableList<PlainStatement> statements = store.statements(count);
    PlainPolicies policies =
        PlainPolicies.ofIdentity(
            Lists.transform(
                Lists.partition(statements, PER_POLICY),
                part -> new PlainPolicy(ImmutableList.copyOf(part))));
    SlowEvaluator evaluator = new SlowEvaluator(policies);
    ImmutableList.Builder<PlainRequest> requests = ImmutableList.builder();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(evaluator.label(store.request(i)));
    }
    return new Workload(
        "w3-" + count, policies, ImmutableList.copyOf(store.dice.shuffled(requests.build())));
  }

  private ImmutableList<PlainStatement> statements(int count) {
    ImmutableList.Builder<PlainStatement> statements = ImmutableList.builder();
    String lastFolder = "";
    for (int i = 0; i < count; i++) {
      /* Each statement hangs on its own number alone. */
      Dice own = new Dice(3_000_000L + i);
      String bucket = "tenant-" + own.hex(8);
      String folder = own.pick(FOLDERS);
      List<String> actions = own.pick(own.pick(ImmutableList.of(1, 1, 1, 2, 3)), ACTIONS);
      double roll = own.share();
      PlainStatement statement;
      if (i % 10 == 9) {
        statement = deny(roll, lastFolder);
      } else if (i % 100 == 50) {
        statement = onEverything(own.hex(4));
      } else if (roll < 0.78) {
        lastFolder = BUCKETS + bucket + "/" + folder;
        statement = PlainStatement.allow(actions, lastFolder + "/*");
      } else if (roll < 0.87) {
        String file = "/manifest-" + own.hex(6) + ".json";
        statement = PlainStatement.allow(actions, BUCKETS + bucket + "/" + folder + file);
      } else if (roll < 0.96) {
        statement = PlainStatement.allow(actions, BUCKETS + bucket + "-*/" + folder + "/*.csv");
      } else {
        lastFolder = BUCKETS + bucket + "/" + folder;
        statement = PlainStatement.allow(ImmutableList.of("s3:Get*"), lastFolder + "/*");
      }
      if (i % 10 == 2 || i % 10 == 5 || i % 10 == 8) {
        statement = statement.when(ImmutableList.of(own.pick(CONDITIONS)));
      }
      keep(statement);
      statements.add(statement.named(String.format(Locale.ROOT, "S%05d", i)));
    }
    return statements.build();
  }

  private static PlainStatement deny(double roll, String folder) {
    ImmutableList<String> actions =
        roll < 0.5 ? ImmutableList.of("s3:Delete*", "s3:PutObject") : ImmutableList.of("s3:*");
    return PlainStatement.deny(actions, folder + "/locked/*");
  }

  private static PlainStatement onEverything(String tool) {
    return PlainStatement.allow(ImmutableList.of("s3:BypassGovernanceRetention"), "*")
        .when(ImmutableList.of(PlainCondition.of("StringLike", USER_AGENT, "tool-" + tool + "/*")));
  }

  private void keep(PlainStatement statement) {
    if (!statement.allow()) {
      denies.add(statement);
    } else if (!statement.resources().contains("*")) {
      allows.add(statement);
    }
  }

  /* Of ten requests, four meet an allow, three meet none, three meet a deny. */
  private PlainRequest request(int i) {
    int kind = i % 10;
    if (kind < 4) {
      return fitting(dice.pick(allows), true);
    }
    if (kind >= 7) {
      return fitting(dice.pick(denies), true);
    }
    return switch (dice.below(3)) {
      case 0 -> strange();
      case 1 -> otherAction(dice.pick(allows));
      default ->
          fitting(
              dice.pick(allows.stream().filter(a -> !a.conditions().isEmpty()).toList()), false);
    };
  }

  private PlainRequest fitting(PlainStatement statement, boolean wellMade) {
    String pattern = dice.pick(statement.actions());
    String action =
        dice.pick(ACTIONS.stream().filter(name -> SlowEvaluator.glob(pattern, name)).toList());
    return ask(action, fill(statement.resources().get(0)), wellMade);
  }

  /** Nobody's bucket. */
  private PlainRequest strange() {
    return ask(
        dice.pick(ACTIONS.subList(0, 6)),
        BUCKETS + "tenant-" + dice.hex(8) + "/data/" + dice.hex(8) + ".dat",
        true);
  }

  private PlainRequest otherAction(PlainStatement statement) {
    List<String> others =
        ACTIONS.subList(0, ACTIONS.size() - 1).stream()
            .filter(
                name ->
                    statement.actions().stream()
                        .noneMatch(pattern -> SlowEvaluator.glob(pattern, name)))
            .toList();
    return ask(dice.pick(others), fill(statement.resources().get(0)), true);
  }

  private String fill(String pattern) {
    if (pattern.contains("-*/")) {
      return pattern.replace("-*/", "-" + dice.hex(4) + "/").replace("*.csv", dice.hex(8) + ".csv");
    }
    return pattern.replace("/*", "/" + dice.hex(4) + "/" + dice.hex(8) + ".dat");
  }

  /** What is right, the evaluator says: a deny may stand under an allow that was aimed at. */
  private PlainRequest ask(String action, String resource, boolean wellMade) {
    int host = 1 + dice.below(254);
    return PlainRequest.byAlice(
        action,
        resource,
        ImmutableMap.of(
            "aws:SourceIp",
            PlainValue.of(wellMade ? "203.0.113." + host : "192.0.2.77"),
            "aws:SecureTransport",
            PlainValue.of(wellMade ? "true" : "false"),
            USER_AGENT,
            PlainValue.of(wellMade ? "client-a/1.4" : "curl/8.5"),
            "aws:username",
            PlainValue.of("alice")),
        Verdict.IMPLICIT_DENY);
  }
}
