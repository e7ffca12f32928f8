package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates requests and policies from a vocabulary so small that they meet: every kind of
 * requester of an account, every element and its {@code Not…} twin, wildcards, variables, every
 * operator that is decided, keys that are absent, null, empty, single, multivalued and in two
 * spellings.
 */
final class Cases {
  private static final String ACCOUNT = "111122223333";
  private static final String IAM = "arn:aws:iam::" + ACCOUNT + ":";
  private static final String STS = "arn:aws:sts::" + ACCOUNT + ":";

  private static final Arbitrary<String> PRINCIPAL =
      Arbitraries.of(
          IAM + "user/alice",
          IAM + "user/team/alice",
          IAM + "role/dev",
          STS + "assumed-role/dev/s1",
          STS + "federated-user/alice",
          IAM + "root");

  private static final Arbitrary<String> ACTION =
      Arbitraries.of("s3:GetObject", "S3:putobject", "s3:ListBucket", "sqs:SendMessage");

  private static final Arbitrary<String> RESOURCE =
      Arbitraries.of(
          "arn:aws:s3:::bkt",
          "arn:aws:s3:::bkt/x",
          "arn:aws:s3:::bkt/alice/x",
          "arn:aws:s3:::bkt/*",
          "arn:aws:sqs:us-east-1:" + ACCOUNT + ":q",
          "*");

  private static final Arbitrary<String> ACTION_PATTERN =
      Arbitraries.of(
          "*",
          "s3:*",
          "s3:Get*",
          "s3:?etObject",
          "S3:GETOBJECT",
          "s*:GetObject",
          "sqs:*",
          "*:Put*");

  private static final Arbitrary<String> RESOURCE_PATTERN =
      Arbitraries.of(
          "*",
          "arn:aws:s3:::bkt",
          "arn:aws:s3:::bkt/*",
          "arn:aws:s3:::b?t/${aws:username}/*",
          "arn:aws:s3:::bkt/${aws:PrincipalTag/p, 'alice'}/x",
          "arn:aws:s3:::bkt/${aws:PrincipalTag/p}*",
          "arn:aws:s3:::bkt/${*}",
          "arn:aws:*:*:*:*",
          "arn:aws:sqs:US-east-1:" + ACCOUNT + ":*",
          "arn:aws:sqs:us-east-1:*");

  private static final Arbitrary<String> PRINCIPAL_VALUE =
      Arbitraries.of(
          "*",
          ACCOUNT,
          IAM + "root",
          IAM + "user/alice",
          IAM + "role/dev",
          STS + "assumed-role/dev/s1",
          STS + "federated-user/alice",
          "AROAEXAMPLEEXAMPLE12",
          IAM + "user/al*");

  private static final Arbitrary<String> KEY =
      Arbitraries.of(
          "s3:prefix",
          "aws:TagKeys",
          "aws:PrincipalTag/p",
          "aws:principaltag/P",
          "aws:SourceArn",
          "aws:SecureTransport",
          "aws:username",
          "my:list");

  private static final Arbitrary<String> OPERATOR =
      Combinators.combine(
              Arbitraries.of("", "", "ForAllValues:", "ForAnyValue:"),
              Arbitraries.of(
                  "StringEquals",
                  "StringNotEquals",
                  "StringEqualsIgnoreCase",
                  "StringNotEqualsIgnoreCase",
                  "StringLike",
                  "StringNotLike",
                  "ArnLike",
                  "ArnNotEquals",
                  "Bool",
                  "Null",
                  "stringequals"),
              Arbitraries.of("", "", "IfExists"))
          .as((set, base, suffix) -> set + base + (base.equals("Null") ? "" : suffix));

  private static final Arbitrary<String> VALUE =
      Arbitraries.of(
          "alice",
          "ALICE",
          "a*",
          "?",
          "",
          "true",
          "false",
          "arn:aws:s3:::b*",
          "arn:aws:s3:::bkt",
          "${aws:username}",
          "${aws:PrincipalTag/p}",
          "x${*}");

  private static final Arbitrary<String> CONTEXT_VALUE =
      Arbitraries.of(
          "alice", "Alice", "ab", "", "true", "false", "arn:aws:s3:::bkt", "x*", "ⅰ", "😀");

  private Cases() {}

  static Arbitrary<Case> cases() {
    return Combinators.combine(
            requests(),
            document(statement(false)).list().ofMaxSize(2),
            document(statement(true)).optional(0.6))
        .as(
            (request, identity, resource) ->
                new Case(
                    request,
                    request.requester() instanceof Requester.RootUser
                        ? ImmutableList.of()
                        : ImmutableList.copyOf(identity),
                    resource));
  }

  static Arbitrary<AuthorizationRequest> requests() {
    return Combinators.combine(PRINCIPAL, ACTION, RESOURCE, context())
        .as(
            (principal, action, resource, context) -> {
              AuthorizationRequest request =
                  AuthorizationRequest.by(principal).asksTo(action).on(resource);
              for (Map.Entry<String, ContextValue> entry : context.entrySet()) {
                request = request.with(entry.getKey(), entry.getValue());
              }
              return request;
            });
  }

  private static Arbitrary<Map<String, ContextValue>> context() {
    Arbitrary<ContextValue> one = CONTEXT_VALUE.map(ContextValue.Single::new);
    Arbitrary<ContextValue> many =
        CONTEXT_VALUE
            .list()
            .ofMaxSize(2)
            .map(values -> new ContextValue.Many(ImmutableList.copyOf(values)));
    Arbitrary<ContextValue> any =
        Arbitraries.frequencyOf(
            Tuple.of(4, one), Tuple.of(1, Arbitraries.just(new ContextValue.Null())));
    return Combinators.combine(
            Arbitraries.maps(KEY.filter(key -> !isList(key)), any).ofMaxSize(4),
            Arbitraries.maps(KEY.filter(Cases::isList), many).ofMaxSize(2))
        .as(
            (singles, lists) -> {
              Map<String, ContextValue> all = new LinkedHashMap<>(singles);
              all.putAll(lists);
              // The part before a slash has one spelling in one request.
              ContextValue tag = all.remove("aws:principaltag/P");
              if (tag != null) {
                all.put("aws:PrincipalTag/P", tag);
              }
              return all;
            });
  }

  private static boolean isList(String key) {
    return key.equals("aws:TagKeys") || key.equals("my:list");
  }

  private static Arbitrary<String> document(Arbitrary<String> statement) {
    return Combinators.combine(
            Arbitraries.of("2012-10-17", "2012-10-17", "2008-10-17"), statement.list().ofMaxSize(3))
        .as(
            (version, statements) ->
                "{\"Version\": \"" + version + "\", \"Statement\": " + statements + "}");
  }

  /** One statement as JSON text. */
  static Arbitrary<String> statement(boolean withPrincipal) {
    return Combinators.combine(
            Arbitraries.of("Allow", "Allow", "Deny"),
            element("Action", ACTION_PATTERN),
            element("Resource", RESOURCE_PATTERN),
            withPrincipal ? principal() : Arbitraries.just(""),
            condition())
        .as(
            (effect, action, resource, principal, condition) ->
                "{\"Effect\": \""
                    + effect
                    + "\", "
                    + action
                    + ", "
                    + resource
                    + principal
                    + condition
                    + "}");
  }

  private static Arbitrary<String> element(String name, Arbitrary<String> entry) {
    return Combinators.combine(Arbitraries.of("", "", "", "Not"), entry.list().ofMaxSize(2))
        .as((not, entries) -> "\"" + not + name + "\": " + strings(entries));
  }

  private static Arbitrary<String> principal() {
    Arbitrary<String> listed =
        Combinators.combine(
                Arbitraries.of("", "", "Not"), PRINCIPAL_VALUE.list().ofMinSize(1).ofMaxSize(3))
            .as((not, values) -> ", \"" + not + "Principal\": {\"AWS\": " + strings(values) + "}");
    return Arbitraries.oneOf(listed, Arbitraries.of(", \"Principal\": \"*\"", ""));
  }

  private static Arbitrary<String> condition() {
    Arbitrary<String> operator =
        Combinators.combine(OPERATOR, KEY, VALUE.list().ofMaxSize(2))
            .as(
                (name, key, values) ->
                    "\"" + name + "\": {\"" + key + "\": " + strings(values) + "}");
    return operator
        .list()
        .ofMaxSize(2)
        .map(
            operators ->
                operators.isEmpty()
                    ? ""
                    : ", \"Condition\": {" + String.join(", ", distinct(operators)) + "}");
  }

  /* An operator stands once in a block. */
  private static List<String> distinct(List<String> operators) {
    return operators.stream()
        .collect(
            Collectors.toMap(
                text -> text.substring(0, text.indexOf("\": ")), text -> text, (a, b) -> a))
        .values()
        .stream()
        .toList();
  }

  private static String strings(List<String> values) {
    return values.stream()
        .map(value -> "\"" + value + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
