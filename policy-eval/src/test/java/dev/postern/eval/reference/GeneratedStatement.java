package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes statements about a request.
 *
 * @param fit how many of a hundred elements are written so that they match
 * @param conditions how many of a hundred statements have conditions
 * @param denies how many of a hundred statements deny
 */
record GeneratedStatement(
    Dice dice, Asker asker, String action, String resource, int fit, int conditions, int denies) {
  private static final ImmutableList<String> ACTIONS =
      ImmutableList.of(
          "*",
          "**",
          "s3:*",
          "s3:Get*",
          "s3:?etObject",
          "S3:GETOBJECT",
          "s*:GetObject",
          "sqs:*",
          "*:Put*",
          "*:*",
          "kms:Describe*",
          "kms:*",
          "sts:Assume*",
          "sts:*",
          "s3:L\u0130stBucket",
          "ec2:*",
          "iam:*");

  private static final ImmutableList<String> RESOURCES =
      ImmutableList.of(
          "*",
          "**",
          "arn:aws:s3:::bkt",
          "arn:aws:s3:::bkt/*",
          "arn:aws:s3:::bkt*",
          "arn:aws:s3:::b?t/${aws:username}/*",
          "arn:aws:s3:::bkt/${aws:PrincipalTag/p, 'alice'}/x",
          "arn:aws:s3:::bkt/${aws:PrincipalTag/p}*",
          "arn:aws:s3:::bkt/${aws:TagKeys}",
          "arn:aws:s3:::bkt/${*}",
          "arn:aws:s3:::${s3:prefix}",
          "arn:aws:s3:*:111122223333:bkt/x",
          "arn:aws:*:*:*:*",
          "arn:aws:s?s:*:*:*",
          "arn:AWS:S3:::bkt/*",
          "arn:aws:sqs:US-east-1:111122223333:*",
          "arn:aws:sqs:us-east-1:*",
          "arn:aws:s3",
          "arn:aws:s3*",
          "arn:*:s3:::bkt/x",
          "arn:aws:dynamodb:us-east-1:111122223333:t?ble/*",
          "arn:aws:dynamodb:us-east-1:111122223333:table/*",
          "arn:aws:iam::111122223333:user/ALICE",
          "arn:aws:iam::111122223333:user/team/*",
          "arn:aws:iam::111122223333:user/Team/alice",
          "arn:aws:iam::111122223333:*/alice",
          "arn:aws:iam::111122223333:role/*",
          "arn:aws:kms:us-east-1:111122223333:key/*",
          "arn:aws:kms:us-east-1:111122223333:alias/*",
          "bkt",
          "");

  /** One statement as JSON text. */
  String write(Place place, PolicyType type) {
    boolean trust = type.equals(PolicyType.TRUST);
    boolean key = type.equals(PolicyType.KMS_KEY);
    boolean deny = place == Place.RESOURCE_CONTROL || dice.percent(denies);
    List<String> members = new ArrayList<>();
    members.add("\"Effect\": \"" + (deny ? "Deny" : "Allow") + "\"");
    if (place.hasPrincipals()) {
      principal(place, trust).ifWritten(members);
    }
    members.add(action(place));
    if (!trust && !(key && dice.percent(4))) {
      members.add(resourceElement());
    }
    if (dice.percent(conditions)) {
      members.add("\"Condition\": " + condition());
    }
    return "{" + String.join(", ", members) + "}";
  }

  /** An element that is written, or not. */
  private record Member(String text) {
    void ifWritten(List<String> members) {
      if (!text.isEmpty()) {
        members.add(text);
      }
    }
  }

  private boolean fits() {
    return dice.percent(fit);
  }

  // Action

  private String action(Place place) {
    int colon = action.indexOf(':');
    String service = action.substring(0, colon);
    boolean not = place != Place.RESOURCE_CONTROL && dice.percent(6);
    boolean matches = fits() != not;
    ImmutableList<String> fitting =
        ImmutableList.of(
            "*", action, service + ":*", action.substring(0, colon + 3) + "*", action, "*");
    List<String> patterns =
        dice.several(dice.percent(95) ? 1 : 0, 2, () -> dice.of(matches ? fitting : ACTIONS));
    if (place == Place.RESOURCE_CONTROL) {
      patterns =
          patterns.stream()
              .map(pattern -> pattern.contains(":") ? pattern : service + ":*")
              .toList();
    }
    return "\"" + (not ? "NotAction" : "Action") + "\": " + GeneratedText.list(patterns);
  }

  // Resource

  private String resourceElement() {
    boolean not = dice.percent(6);
    boolean matches = fits() != not;
    ImmutableList.Builder<String> fitting = ImmutableList.<String>builder().add("*");
    if (!resource.equals("*")) {
      fitting.add(resource, "*", arnPattern());
      if (resource.contains("/") && resource.endsWith("/" + asker.name())) {
        fitting.add(resource.substring(0, resource.lastIndexOf('/')) + "/${aws:username}");
      }
    }
    List<String> patterns =
        dice.several(
            dice.percent(95) ? 1 : 0, 2, () -> dice.of(matches ? fitting.build() : RESOURCES));
    return "\"" + (not ? "NotResource" : "Resource") + "\": " + GeneratedText.list(patterns);
  }

  private String arnPattern() {
    int last = Math.max(resource.lastIndexOf(':'), resource.lastIndexOf('/'));
    return resource.substring(0, last + 1) + "*";
  }

  // Principal

  private Member principal(Place place, boolean trust) {
    if (place == Place.RESOURCE_CONTROL) {
      return new Member("\"Principal\": \"*\"");
    }
    if (dice.percent(1)) {
      return new Member("");
    }
    boolean not = !trust && dice.percent(7);
    String name = not ? "NotPrincipal" : "Principal";
    if (dice.percent(12)) {
      return new Member("\"" + name + "\": \"*\"");
    }
    return new Member("\"" + name + "\": " + principals(not));
  }

  private String principals(boolean not) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    boolean chain = not && dice.percent(60);
    List<String[]> named =
        chain ? names() : dice.several(1, 2, () -> dice.of(fits() ? names() : others()));
    for (String[] one : named) {
      if (!one[0].equals("CanonicalUser") || mayNameCanonicalUsers()) {
        byKind.computeIfAbsent(one[0], kind -> new ArrayList<>()).add(one[1]);
      }
    }
    if (byKind.isEmpty() || dice.percent(2)) {
      byKind.putIfAbsent("AWS", new ArrayList<>());
    }
    return byKind.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\": " + GeneratedText.list(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private boolean mayNameCanonicalUsers() {
    return action.startsWith("s3:");
  }

  /* All that names the requester. */
  private List<String[]> names() {
    List<String[]> names = new ArrayList<>();
    switch (asker.kind()) {
      case SERVICE -> names.add(new String[] {"Service", asker.text()});
      case PROVIDER -> names.add(new String[] {"Federated", asker.text()});
      case CANONICAL -> names.add(new String[] {"CanonicalUser", asker.text()});
      case ANONYMOUS -> names.add(new String[] {"AWS", "*"});
      default -> {
        String iam = "arn:" + asker.partition() + ":iam::" + asker.account() + ":";
        names.add(new String[] {"AWS", dice.percent(50) ? asker.account() : iam + "root"});
        if (asker.kind() != Asker.Kind.ROOT) {
          names.add(new String[] {"AWS", asker.text()});
        }
        if (asker.kind().isRole()) {
          names.add(new String[] {"AWS", asker.roleArn()});
        }
        if (asker.kind() == Asker.Kind.FEDERATED_USER) {
          names.add(new String[] {"AWS", iam + "user/" + asker.name()});
        }
        if (!asker.uniqueId().isEmpty()) {
          names.add(new String[] {"AWS", asker.uniqueId()});
        }
        if (!asker.canonicalId().isEmpty()) {
          names.add(new String[] {"CanonicalUser", asker.canonicalId()});
        }
      }
    }
    return names;
  }

  private List<String[]> others() {
    List<String[]> others = new ArrayList<>();
    for (String value :
        List.of(
            "*",
            Vocabulary.HERE,
            Vocabulary.THERE,
            "arn:aws:iam::" + Vocabulary.HERE + ":root",
            "arn:aws:iam::" + Vocabulary.HERE + ":user/alice",
            "arn:aws:iam::" + Vocabulary.HERE + ":user/Alice",
            "arn:aws:iam::" + Vocabulary.HERE + ":user/team/alice",
            "arn:aws:iam::" + Vocabulary.HERE + ":user/al*",
            "arn:aws:iam::" + Vocabulary.HERE + ":group/alice",
            "arn:aws:iam::" + Vocabulary.HERE + ":role/dev",
            "arn:aws:iam::" + Vocabulary.HERE + ":role/team/dev",
            "arn:aws:sts::" + Vocabulary.HERE + ":assumed-role/dev/s1",
            "arn:aws:sts::" + Vocabulary.HERE + ":assumed-role/team/dev/s1",
            "arn:aws:sts::" + Vocabulary.HERE + ":federated-user/alice",
            "arn:aws-us-gov:iam::" + Vocabulary.HERE + ":root",
            Vocabulary.USER_ID,
            Vocabulary.ROLE_ID,
            Vocabulary.CANONICAL_HERE)) {
      others.add(new String[] {"AWS", value});
    }
    others.add(new String[] {"Service", "lambda.amazonaws.com"});
    others.add(new String[] {"Service", "*"});
    others.add(new String[] {"Federated", "accounts.google.com"});
    others.add(new String[] {"CanonicalUser", Vocabulary.CANONICAL_HERE});
    return others;
  }

  // Condition

  /** A block of conditions as JSON text; an operator stands once in it. */
  String condition() {
    Map<String, String> operators = new LinkedHashMap<>();
    int count = dice.percent(4) ? 0 : 1 + dice.below(2);
    for (int i = 0; i < count; i++) {
      String key = dice.of(Vocabulary.KEYS.keySet().asList());
      ImmutableList<String> pool = Vocabulary.KEYS.get(key);
      operators.putIfAbsent(
          operator(pool), "{" + GeneratedText.quoted(key) + ": " + values(pool) + "}");
    }
    return operators.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String operator(ImmutableList<String> pool) {
    if (dice.percent(8)) {
      return dice.of("Null", "Null", "ForAllValues:Null", "ForAnyValue:Null", "stringequals");
    }
    ImmutableList<String> fitting = Vocabulary.OPERATORS.get(pool);
    ImmutableList<String> any =
        Vocabulary.OPERATORS.get(dice.of(Vocabulary.OPERATORS.keySet().asList()));
    return dice.of("", "", "ForAllValues:", "ForAnyValue:")
        + dice.of(dice.percent(85) ? fitting : any)
        + dice.of("", "", "IfExists");
  }

  private String values(ImmutableList<String> pool) {
    return GeneratedText.list(
        dice.several(
            dice.percent(96) ? 1 : 0,
            3,
            () ->
                dice.percent(85)
                    ? dice.of(pool)
                    : dice.percent(50) ? dice.of(Vocabulary.HOSTILE) : dice.of("true", "false")));
  }
}
