package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Circumstances.KeyGrant;
import dev.postern.eval.reference.Circumstances.KmsKey;
import dev.postern.model.PolicyType;
import java.util.List;

/** Cases about KMS: key policies and grants. */
final class KeyCases {
  private static final String LOCAL = "us-east-1:" + Vocabulary.HERE + ":";
  private static final String KEY = "arn:aws:kms:" + LOCAL + "key/k1";

  private final Dice dice;
  private final CaseBuilder about;

  KeyCases(Dice dice) {
    this.dice = dice;
    this.about = new CaseBuilder(dice);
  }

  Case keys() {
    GeneratedRequest requests = new GeneratedRequest(dice);
    Asker asker = dice.percent(85) ? requests.principal() : requests.anyone();
    String resource = dice.percent(95) ? KEY : dice.of("*", "arn:aws:kms:" + LOCAL + "alias/a");
    String action =
        resource.equals(KEY)
            ? "kms:"
                + dice.of(
                    "Decrypt",
                    "Decrypt",
                    "GenerateDataKey",
                    "Encrypt",
                    "DescribeKey",
                    "CreateGrant",
                    "RetireGrant",
                    "ScheduleKeyDeletion",
                    "ReEncryptFrom",
                    "Sign")
            : dice.of("kms:ListKeys", "kms:CreateAlias");
    CaseBuilder.Writer writer = about.writer(asker, action, resource, 20, 5);
    about.requesters(asker, writer);
    if (resource.equals(KEY) && dice.percent(95)) {
      writer.attach(Place.RESOURCE, PolicyType.KMS_KEY, 2);
    }
    ImmutableList<KeyGrant> grants =
        dice.percent(50) && resource.equals(KEY)
            ? dice.several(1, 2, () -> grant(asker, action))
            : ImmutableList.of();
    about.set(about.circumstances().with(new KmsKey(dice.percent(8), grants)));
    if (action.equals("kms:CreateGrant") && dice.percent(70)) {
      about.put(
          "kms:GrantOperations",
          new ContextValue.Many(
              dice.several(0, 2, () -> dice.of("Encrypt", "Encrypt", "CreateGrant", "Decrypt"))));
    }
    for (String name : List.of("a", "Dept")) {
      if (dice.percent(45)) {
        about.put("kms:EncryptionContext:" + name, new ContextValue.Single(dice.of("1", "2", "x")));
      }
    }
    about.around(asker, writer);
    return about.build(asker, action, resource, "", 1);
  }

  private KeyGrant grant(Asker asker, String action) {
    String operation = action.substring("kms:".length());
    boolean mayStand = !operation.equals("ScheduleKeyDeletion");
    ImmutableMap<String, String> pairs =
        dice.of(
            ImmutableMap.of(),
            ImmutableMap.of("a", "1"),
            ImmutableMap.of("a", "1", "Dept", "x"),
            ImmutableMap.of("Dept", "x"),
            ImmutableMap.of("dept", "x"));
    boolean exact = dice.percent(50);
    return new KeyGrant(
        dice.percent(94) ? KEY : KEY + "2",
        grantee(asker),
        mayStand && dice.percent(85)
            ? ImmutableList.of("Encrypt", operation)
            : ImmutableList.of("Decrypt", "RetireGrant"),
        exact ? pairs : ImmutableMap.of(),
        exact ? ImmutableMap.of() : pairs,
        dice.percent(40) ? grantee(asker) : "",
        dice.percent(40) ? dice.of(Vocabulary.HERE, Vocabulary.THERE) : "");
  }

  private String grantee(Asker asker) {
    if (!asker.kind().isIam() || dice.percent(15)) {
      return "arn:aws:iam::" + Vocabulary.HERE + ":" + dice.of("user/alice", "root", "role/dev");
    }
    return dice.of(
        asker.text(),
        asker.roleArn().isEmpty() ? asker.text() : asker.roleArn(),
        "arn:aws:iam::" + asker.account() + ":root");
  }
}
