package dev.postern.lint;

import dev.postern.model.PolicyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes policies of few words, so that much in them is said twice, or says nothing. */
record FixablePolicy(Chance chance, PolicyType type) {
  private static final List<String> ACTIONS =
      List.of(
          "*",
          "s3:*",
          "s3:Get*",
          "s3:GetObject",
          "S3:getobject",
          "s3:?etObject",
          "s3:PutObject",
          "sqs:SendMessage",
          "sqs:Send*");

  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:s3:::b*",
          "arn:aws:s3:::b/*",
          "arn:aws:s3:::b/x",
          "arn:aws:s3:::b/?",
          "arn:aws:s3:::b/${aws:username}",
          "arn:aws:s3:::b/${aws:username}/*",
          "arn:aws:s3:::b/${aws:PrincipalTag/t}*",
          "arn:aws:sqs:eu-west-1:111122223333:q",
          "arn:aws:sqs:*:111122223333:q");

  private static final List<String> PRINCIPALS =
      List.of(
          "111122223333",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::444455556666:root",
          "444455556666",
          "*");

  private static final List<String> ARNS =
      List.of(
          "*",
          "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::111122223333:user/*",
          "arn:aws:iam::111122223333:role/Admin",
          "arn:aws:iam::*:user/*",
          "arn:aws:iam::111122223333:user/a?n");
  private static final List<String> TEXTS =
      List.of("*", "a*", "ab", "ab", "b", "a?", "A*", "${aws:username}");
  private static final List<String> ADDRESSES =
      List.of(
          "10.0.0.0/8",
          "10.1.0.0/16",
          "192.168.0.0/16",
          "203.0.113.7",
          "203.0.113.7/24",
          "203.0.113.0/24",
          "2001:db8::/32",
          "2001:db8::1/48");
  private static final List<String> NUMBERS = List.of("5", "10", "5.0", "10.5", "7");
  private static final List<String> TRUTHS = List.of("true", "false");

  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("aws:username", TEXTS),
          Map.entry("aws:PrincipalTag/t", TEXTS),
          Map.entry("aws:RequestedRegion", List.of("eu-west-1", "eu-*", "us-east-1", "*")),
          Map.entry("aws:TagKeys", TEXTS),
          Map.entry("s3:prefix", TEXTS),
          Map.entry("aws:PrincipalArn", ARNS),
          Map.entry("aws:SourceArn", ARNS),
          Map.entry("aws:SourceIp", ADDRESSES),
          Map.entry("s3:max-keys", NUMBERS),
          Map.entry("aws:MultiFactorAuthAge", NUMBERS),
          Map.entry("aws:SecureTransport", TRUTHS),
          Map.entry("aws:MultiFactorAuthPresent", TRUTHS));
  private static final List<String> KEYS = VALUES.keySet().stream().sorted().toList();

  static String of(long seed, PolicyType type) {
    return new FixablePolicy(new Chance(seed), type).write();
  }

  private String write() {
    List<String> statements = new ArrayList<>(chance.several(1, 4, this::statement));
    // The same once more, so that whole statements are superfluous, too.
    if (chance.percent(25)) {
      statements.add(chance.of(statements));
    }
    return "{\"Version\": \"2012-10-17\",\n \"Statement\": [\n   "
        + String.join(",\n   ", statements)
        + "\n ]}\n";
  }

  private String statement() {
    List<String> members = new ArrayList<>();
    members.add("\"Effect\": \"" + (chance.percent(65) ? "Allow" : "Deny") + "\"");
    if (type.equals(PolicyType.RESOURCE)) {
      members.add("\"Principal\": " + principal());
    }
    members.add(member(chance.percent(10) ? "NotAction" : "Action", ACTIONS));
    members.add(member(chance.percent(8) ? "NotResource" : "Resource", RESOURCES));
    if (chance.percent(55)) {
      members.add("\"Condition\": " + condition());
    }
    return "{" + String.join(", ", members) + "}";
  }

  private String principal() {
    return chance.percent(30)
        ? "\"*\""
        : "{" + member("AWS", PRINCIPALS) + (chance.percent(20) ? ", " + SERVICE : "") + "}";
  }

  private static final String SERVICE = "\"Service\": \"sns.amazonaws.com\"";

  private String member(String name, List<String> words) {
    return "\"" + name + "\": " + values(words, 1);
  }

  private String values(List<String> words, int fewest) {
    if (chance.percent(40)) {
      return quoted(chance.of(words));
    }
    return chance.several(fewest, 3, () -> quoted(chance.of(words))).stream()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private String condition() {
    Map<String, String> operators = new LinkedHashMap<>();
    for (int i = chance.below(2); i >= 0; i--) {
      String key = chance.of(KEYS);
      // An empty list matches nothing, and some say so on purpose.
      operators.put(
          operator(key), "{" + quoted(key) + ": " + values(VALUES.get(key), emptyAtTimes()) + "}");
    }
    return operators.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private int emptyAtTimes() {
    return chance.percent(15) ? 0 : 1;
  }

  private String operator(String key) {
    List<String> values = VALUES.get(key);
    String base;
    if (values == ARNS) {
      base =
          chance
              .of("ArnLike", "ArnEquals", "ArnNotLike", "StringLike", "StringEquals")
              .replace("ArnLike", chance.of("ArnLike", "StringNotLike"));
    } else if (values == ADDRESSES) {
      base = chance.of("IpAddress", "NotIpAddress");
    } else if (values == NUMBERS) {
      base = chance.of("NumericEquals", "NumericLessThan", "NumericGreaterThanEquals");
    } else if (values == TRUTHS) {
      return chance.of("Bool", "BoolIfExists", "Null");
    } else {
      base = chance.of("StringEquals", "StringLike", "StringNotLike", "StringNotEquals");
    }
    return chance.of("", "", "", "ForAnyValue:", "ForAllValues:")
        + base
        + (chance.percent(30) ? "IfExists" : "");
  }
}
