package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * The words that requests and policies are made of: so few that they meet, with the corners of
 * every kind of value.
 */
final class Vocabulary {
  static final String HERE = "111122223333";
  static final String THERE = "444455556666";
  static final String MANAGEMENT = "999999999999";
  static final String CANONICAL_HERE = "1111".repeat(16);
  static final String CANONICAL_THERE = "abcd".repeat(16);
  static final String USER_ID = "AIDAEXAMPLEEXAMPLE12";
  static final String ROLE_ID = "AROAEXAMPLEEXAMPLE12";

  static final ImmutableList<String> STRINGS =
      ImmutableList.of(
          "alice",
          "ALICE",
          "Alice",
          "a*",
          "a?ice",
          "*",
          "?",
          "",
          "x",
          "o-1",
          "alice/x",
          "${aws:username}",
          "${AWS:UserName}",
          "${aws:PrincipalTag/p}",
          "${aws:PrincipalTag/p, 'alice'}",
          "${aws:PrincipalTag/q, 'a}*'}",
          "${aws:TagKeys}",
          "x${*}",
          "${?}lice",
          "${$}{aws:username}",
          "*${s3:prefix}*");

  /** What only careful code survives; stands in policies and in requests. */
  static final ImmutableList<String> HOSTILE =
      ImmutableList.of(
          "\u0130",
          "\u0131",
          "i",
          "I",
          "\u00DF",
          "SS",
          "\u1E9E",
          "e\u0301",
          "\u00E9",
          "\uD83D\uDE00",
          "\uD801\uDC00",
          "\uD801\uDC28",
          "a\nb",
          "a\u0000b",
          "\u212A",
          "k",
          "\uE000",
          "\uE001",
          "$",
          "{}",
          "$ {x}",
          "a:b:c",
          "\\E.*",
          "[a-z]+",
          "*a*a*a*a*a*b",
          "a".repeat(40),
          "a".repeat(300),
          "?".repeat(40),
          "*?*?*",
          "\uD83D\uDE00?",
          "\u03C3",
          "\u03A3",
          "\u03C2");

  static final ImmutableList<String> NUMBERS =
      ImmutableList.of(
          "10",
          "10.0",
          "+010.00",
          "9",
          ".5",
          "-.5",
          "-0",
          "0",
          "12abc",
          "1e1",
          " 10",
          "10.",
          "",
          "0x10",
          "123456789012345678901234567890.1",
          "${s3:max-keys}");

  static final ImmutableList<String> DATES =
      ImmutableList.of(
          "2023",
          "2023-11",
          "2023-11-14",
          "2023-11-14T22:13Z",
          "2023-11-14T22:13:20Z",
          "2023-11-14T23:13:20+01:00",
          "2023-11-14T22:13:20",
          "2023-11-14T22:13:20.5Z",
          "2023-11-14T22:13:60Z",
          "2023-11-14t22:13:20z",
          "2023-11-31",
          "2023-13",
          "1700000000",
          "1700000000.5",
          "-1",
          "0",
          "20231114",
          "",
          "soon");

  static final ImmutableList<String> BOOLEANS =
      ImmutableList.of("true", "false", "True", "FALSE", "yes", "", "${aws:SecureTransport}");

  static final ImmutableList<String> OCTETS =
      ImmutableList.of("QQ==", "QQ", "QUI=", "QR==", "!!!!", "", "QUJD", "qq==");

  static final ImmutableList<String> ADDRESSES =
      ImmutableList.of(
          "203.0.113.7",
          "203.0.113.0/24",
          "203.0.113.77/24",
          "203.0.113.007",
          "0.0.0.0/0",
          "10.0.0.0/8",
          "10.1.2.3",
          "::ffff:203.0.113.7",
          "::ffff:203.0.113.0/120",
          "2001:db8::1",
          "2001:0DB8:0:0:0:0:0:1",
          "2001:db8::/32",
          "::/0",
          "203.0.113.7/33",
          "203.0.113",
          "fe80::1%eth0",
          "::",
          "1::2::3",
          "everywhere",
          "");

  static final ImmutableList<String> ARNS =
      ImmutableList.of(
          "arn:aws:s3:::bkt",
          "arn:aws:s3:::b*",
          "arn:aws:s3:::bkt/${aws:username}",
          "arn:aws:sqs:us-east-1:111122223333:q",
          "arn:aws:sqs:*:111122223333:*",
          "arn:aws:*:*:*:*",
          "arn:aws:s3*bkt",
          "arn:aws:sns:us-east-1:444455556666:t:sub",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:USER/alice",
          "arn:aws:iam::${aws:PrincipalAccount}:user/alice",
          "arn:aws:iam::111122223333:role/dev",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::111122223333:role/*",
          "*",
          "notanarn",
          "");

  /** The keys of requests, each with the kind of value that it has. */
  static final ImmutableMap<String, ImmutableList<String>> KEYS =
      ImmutableMap.<String, ImmutableList<String>>builder()
          .put("s3:prefix", STRINGS)
          .put("aws:TagKeys", STRINGS)
          .put("aws:PrincipalTag/p", STRINGS)
          .put("aws:principaltag/P", STRINGS)
          .put("aws:ResourceTag/p", STRINGS)
          .put("aws:username", STRINGS)
          .put("aws:UserAgent", STRINGS)
          .put("my:list", STRINGS)
          .put("dynamodb:LeadingKeys", STRINGS)
          .put("s3:max-keys", NUMBERS)
          .put("aws:MultiFactorAuthAge", NUMBERS)
          .put("my:numbers", NUMBERS)
          .put("aws:TokenIssueTime", DATES)
          .put("my:dates", DATES)
          .put("aws:CurrentTime", DATES)
          .put("aws:EpochTime", DATES)
          .put("aws:SecureTransport", BOOLEANS)
          .put("aws:MultiFactorAuthPresent", BOOLEANS)
          .put("aws:PrincipalIsAWSService", BOOLEANS)
          .put("aws:ViaAWSService", BOOLEANS)
          .put("my:octets", OCTETS)
          .put("aws:SourceIp", ADDRESSES)
          .put("aws:VpcSourceIp", ADDRESSES)
          .put("my:addresses", ADDRESSES)
          .put("aws:SourceArn", ARNS)
          .put("aws:PrincipalArn", ARNS)
          .put("my:arns", ARNS)
          .buildOrThrow();

  static final ImmutableMap<ImmutableList<String>, ImmutableList<String>> OPERATORS =
      ImmutableMap.copyOf(
          Map.of(
              STRINGS,
                  ImmutableList.of(
                      "StringEquals",
                      "StringNotEquals",
                      "StringEqualsIgnoreCase",
                      "StringNotEqualsIgnoreCase",
                      "StringLike",
                      "StringNotLike"),
              NUMBERS,
                  ImmutableList.of(
                      "NumericEquals",
                      "NumericNotEquals",
                      "NumericLessThan",
                      "NumericLessThanEquals",
                      "NumericGreaterThan",
                      "NumericGreaterThanEquals"),
              DATES,
                  ImmutableList.of(
                      "DateEquals",
                      "DateNotEquals",
                      "DateLessThan",
                      "DateLessThanEquals",
                      "DateGreaterThan",
                      "DateGreaterThanEquals"),
              BOOLEANS, ImmutableList.of("Bool"),
              OCTETS, ImmutableList.of("BinaryEquals"),
              ADDRESSES, ImmutableList.of("IpAddress", "NotIpAddress"),
              ARNS, ImmutableList.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike")));

  private Vocabulary() {}
}
