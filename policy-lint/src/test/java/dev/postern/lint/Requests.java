package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Requester;
import dev.postern.model.Arn;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws requests about what a policy speaks of, and a little beside it. */
final class Requests {
  private static final String ACCOUNT = "111122223333";
  private static final List<String> ASKERS =
      List.of(
          "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::111122223333:user/ab",
          "arn:aws:iam::111122223333:root",
          "arn:aws:sts::111122223333:assumed-role/Admin/ann");
  private static final List<String> STRANGERS =
      List.of("arn:aws:iam::444455556666:user/eve", "*", "sns.amazonaws.com");

  private final PolicyDocument policy;
  private final Chance chance;
  private final List<String> actions = new ArrayList<>(List.of("s3:GetObject", "iam:GetUser"));
  private final List<String> resources = new ArrayList<>(List.of("*", "arn:aws:s3:::b/x"));
  private final List<String> askers = new ArrayList<>(ASKERS);
  private final Map<ConditionKey, List<String>> tested = new LinkedHashMap<>();

  private Requests(PolicyDocument policy, Chance chance) {
    this.policy = policy;
    this.chance = chance;
    if (policy.type().kind() != Kind.IDENTITY) {
      askers.addAll(STRANGERS);
    }
    policy.statementList().stream().map(Located::value).forEach(this::read);
  }

  static ImmutableList<AuthorizationRequest> about(PolicyDocument policy, int count, long seed) {
    Requests requests = new Requests(policy, new Chance(seed));
    return requests.chance.several(count, count, requests::one);
  }

  private void read(Statement statement) {
    statement.action().value().patterns().forEach(each -> actions.add(each.value().text()));
    statement.resource().value().patterns().forEach(each -> resources.add(each.value().text()));
    if (statement.principal().value().principals() instanceof PrincipalSet.Listed listed) {
      listed
          .entries()
          .forEach(
              entry -> entry.values().value().forEach(value -> addAsker(value.value().text())));
    }
    for (Condition condition : statement.condition().value().conditions()) {
      List<String> texts =
          tested.computeIfAbsent(condition.key().value(), key -> new ArrayList<>());
      condition.values().value().forEach(value -> texts.add(value.value().text()));
    }
  }

  /* A principal that a policy names need not be one that asks. */
  private void addAsker(String text) {
    try {
      Requester.of(text);
      askers.add(text);
    } catch (IllegalArgumentException e) {
      askers.add("arn:aws:iam::111122223333:user/other");
    }
  }

  private AuthorizationRequest one() {
    String resource = policy.type().kind() == Kind.TRUST ? ROLE : filled(chance.of(resources));
    AuthorizationRequest request =
        AuthorizationRequest.by(chance.percent(70) ? chance.of(askers) : chance.of(ASKERS))
            .asksTo(action())
            .on(resource)
            // What every request has.
            .with("aws:SecureTransport", chance.of("true", "false"))
            .with("aws:RequestedRegion", chance.of("eu-west-1", "us-east-1"))
            .with("aws:ViaAWSService", chance.of("true", "false"));
    if (Arn.parse(resource).map(Arn::account).orElse("").isEmpty()) {
      request = request.ownedBy(ACCOUNT);
    }
    for (Map.Entry<ConditionKey, List<String>> test : tested.entrySet()) {
      request = with(test.getKey(), test.getValue(), request);
    }
    return request;
  }

  private static final String ROLE = "arn:aws:iam::111122223333:role/Admin";

  private String action() {
    String pattern = chance.of(actions);
    int colon = pattern.indexOf(':');
    String name = colon < 0 ? "" : filled(pattern.substring(colon + 1));
    return name.isEmpty() || name.equals("*") || pattern.indexOf('*') < colon
        ? chance.of("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "iam:GetUser")
        : pattern.substring(0, colon + 1) + name.replace("/", "");
  }

  /** A text that a pattern matches, or nearly. */
  private String filled(String pattern) {
    if (pattern.equals("*")) {
      return pattern;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.startsWith("${", i) && pattern.indexOf('}', i) > 0) {
        text.append(chance.of("ann", "ab", "a"));
        i = pattern.indexOf('}', i);
      } else if (pattern.charAt(i) == '*') {
        text.append(chance.of("", "x", "Object", "a/b", "b"));
      } else {
        text.append(pattern.charAt(i) == '?' ? chance.of("g", "n", "") : pattern.charAt(i));
      }
    }
    return text.toString();
  }

  /* Keys that every request has, or that follow from who asks, are left to that. */
  private AuthorizationRequest with(
      ConditionKey key, List<String> texts, AuthorizationRequest request) {
    if (IMPLIED.contains(key.folded())) {
      return request;
    }
    Optional<ConditionKeyDefinition> definition = Catalog.bundled().conditionKey(key.text());
    if (chance.percent(25)) {
      return request;
    }
    if (definition.filter(ConditionKeyDefinition::isMultivalued).isPresent()) {
      return request.with(key.text(), chance.several(0, 3, () -> value(texts, definition)));
    }
    return request.with(key.text(), value(texts, definition));
  }

  private static final List<String> IMPLIED =
      List.of(
          "aws:username",
          "aws:userid",
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:currenttime",
          "aws:epochtime",
          "aws:securetransport",
          "aws:requestedregion",
          "aws:viaawsservice",
          "aws:principalisawsservice",
          "aws:resourceaccount",
          "s3:resourceaccount");

  private String value(List<String> texts, Optional<ConditionKeyDefinition> definition) {
    String text = texts.isEmpty() ? "" : chance.of(texts);
    return switch (definition.map(key -> key.type().name()).orElse("STRING")) {
      case "ARN" ->
          Arn.parse(text).isPresent() && chance.percent(80)
              ? filled(text)
              : "arn:aws:iam::444455556666:user/ann";
      case "BOOL" -> chance.of("true", "false");
      case "NUMERIC" -> chance.of("4", "5", "6", "7", "10", "10.5", "11");
      case "DATE" -> chance.of("2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z");
      case "IP_ADDRESS" ->
          // The key has the address of the internet; through a VPC endpoint there is none.
          chance.of(
              "203.0.113.7",
              "203.0.113.99",
              "198.51.100.1",
              "2001:db8::1",
              "2001:db8:1::1",
              "2001:db9::1");
      default -> chance.percent(75) ? filled(text) : chance.of("", "a", "ab", "zzz", "*");
    };
  }
}
