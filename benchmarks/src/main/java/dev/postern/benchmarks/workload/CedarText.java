package dev.postern.benchmarks.workload;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says policies in Cedar, as near as Cedar can. The text is written for one caller, whose name
 * stands where {@code ${aws:username}} stood. There is no schema: action, ARN and account of the
 * request stand in its context, since Cedar compares text patterns with attributes only. Cedar's
 * {@code like} has no {@code ?}; here {@code *} stands for it.
 */
public final class CedarText {
  /** The attribute that holds the action, of which patterns can be asked. */
  public static final String ACTION = "action";

  /** The attribute that holds the resource's ARN. */
  public static final String ARN = "arn";

  /** The attribute that holds the caller's account. */
  public static final String ACCOUNT = "principalaccount";

  private CedarText() {}

  /** The attribute of the context that a condition key becomes. */
  public static String attribute(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = Ascii.toLowerCase(key.charAt(i));
      name.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_');
    }
    return name.toString();
  }

  /** One Cedar policy a line. */
  public static String of(PlainPolicies policies) {
    List<String> lines = new ArrayList<>();
    for (ImmutableList<PlainPolicy> granting :
        ImmutableList.of(policies.identity(), policies.resources())) {
      statements(granting).forEach(statement -> lines.add(policy(statement)));
    }
    ImmutableList.Builder<ImmutableList<PlainPolicy>> limits = ImmutableList.builder();
    if (!policies.boundaries().isEmpty()) {
      limits.add(policies.boundaries());
    }
    limits.addAll(policies.serviceControl()).build().forEach(limit -> lines.addAll(limit(limit)));
    return String.join("\n", lines) + "\n";
  }

  private static ImmutableList<PlainStatement> statements(ImmutableList<PlainPolicy> policies) {
    return policies.stream()
        .flatMap(policy -> policy.statements().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** What limits gives nothing: its denies forbid, and what it does not allow is forbidden. */
  private static List<String> limit(ImmutableList<PlainPolicy> policies) {
    List<String> lines = new ArrayList<>();
    List<String> allowed = new ArrayList<>();
    for (PlainStatement statement : statements(policies)) {
      if (statement.allow()) {
        List<String> parts = new ArrayList<>();
        actionScope(statement).ifPresent(parts::add);
        parts.addAll(conjuncts(statement));
        allowed.add(String.join(" && ", parts));
      } else {
        lines.add(policy(statement));
      }
    }
    if (!allowed.contains("")) {
      lines.add(
          "forbid(principal, action, resource) unless { "
              + allowed.stream().map(a -> "(" + a + ")").collect(Collectors.joining(" || "))
              + " };");
    }
    return lines;
  }

  private static String policy(PlainStatement statement) {
    List<String> conjuncts = conjuncts(statement);
    return (statement.allow() ? "permit" : "forbid")
        + "(principal, "
        + actionScope(statement).orElse("action")
        + ", resource)"
        + (conjuncts.isEmpty() ? "" : " when { " + String.join(" && ", conjuncts) + " }")
        + ";";
  }

  /** What stands in the head of a policy where all actions are exact. */
  private static Optional<String> actionScope(PlainStatement statement) {
    if (statement.spares() || statement.actions().stream().anyMatch(CedarText::isPattern)) {
      return Optional.empty();
    }
    ImmutableList<String> actions =
        statement.actions().stream()
            .map(action -> "Action::" + quoted(action))
            .collect(ImmutableList.toImmutableList());
    return Optional.of(
        actions.size() == 1
            ? "action == " + actions.get(0)
            : "action in [" + String.join(", ", actions) + "]");
  }

  private static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  private static List<String> conjuncts(PlainStatement statement) {
    List<String> conjuncts = new ArrayList<>();
    if (statement.spares()) {
      conjuncts.add("!(" + anyOf(statement.actions(), a -> like("context." + ACTION, a)) + ")");
    } else if (statement.actions().stream().anyMatch(CedarText::isPattern)) {
      conjuncts.add(anyOf(statement.actions(), action -> like("context." + ACTION, action)));
    }
    conjuncts.add(anyOf(statement.resources(), arn -> like("context." + ARN, arn)));
    conjuncts.add(principals(statement));
    statement.conditions().forEach(condition -> conjuncts.add(condition(condition)));
    conjuncts.removeIf(String::isEmpty);
    return conjuncts;
  }

  private static String principals(PlainStatement statement) {
    if (statement.principals().isEmpty()
        || statement.principals().containsValue(PlainStatement.ANYONE)) {
      return "";
    }
    List<String> principals = new ArrayList<>();
    for (String arn : statement.principals().get("AWS")) {
      String account = arn.replace("arn:aws:iam::", "").replace(":root", "");
      principals.add(
          arn.endsWith(":root")
              ? "context." + ACCOUNT + " == " + quoted(account)
              : "principal == User::" + quoted(arn));
    }
    for (String service : statement.principals().get("Service")) {
      principals.add("principal == Service::" + quoted(service));
    }
    return anyOf(ImmutableList.copyOf(principals), principal -> principal);
  }

  private static String condition(PlainCondition condition) {
    String name = attribute(condition.key());
    String attribute = "context." + name;
    String absent = "!(context has " + name + ")";
    if (condition.isForAllValues()) {
      String values =
          condition.values().stream()
              .map(value -> quoted(named(value)))
              .collect(Collectors.joining(", "));
      return "(" + absent + " || [" + values + "].containsAll(" + attribute + "))";
    }
    String holds =
        anyOf(condition.values(), value -> compare(condition.comparison(), attribute, value));
    if (holds.isEmpty()) {
      return "";
    }
    if (condition.isNegated()) {
      return "(" + absent + " || !(" + holds + "))";
    }
    return condition.isIfExists()
        ? "(" + absent + " || " + holds + ")"
        : "(context has " + name + " && " + holds + ")";
  }

  private static String compare(String comparison, String attribute, String value) {
    return switch (comparison) {
      case "StringEquals" -> attribute + " == " + quoted(named(value));
      case "StringLike", "ArnLike" -> like(attribute, value);
      case "Bool" -> attribute + " == " + Ascii.toLowerCase(value);
      case "IpAddress" -> attribute + ".isInRange(ip(" + quoted(value) + "))";
      case "NumericLessThanEquals" -> attribute + " <= " + value;
      case "DateLessThan" -> attribute + " < datetime(" + quoted(value) + ")";
      default -> throw new IllegalArgumentException("no workload may use " + comparison);
    };
  }

  /** Empty where every text will do. */
  private static String like(String attribute, String pattern) {
    String starred = named(pattern).replace("?*", "*").replace('?', '*');
    if (!isPattern(starred)) {
      return attribute + " == " + quoted(starred);
    }
    return starred.equals("*") ? "" : attribute + " like " + quoted(starred);
  }

  /** Empty where one of the parts is, which needs nothing. */
  private static String anyOf(ImmutableList<String> values, Function<String, String> part) {
    ImmutableList<String> parts =
        values.stream().map(part).collect(ImmutableList.toImmutableList());
    if (parts.contains("")) {
      return "";
    }
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(" || ", parts) + ")";
  }

  private static String named(String pattern) {
    return pattern.replace("${aws:username}", "alice");
  }

  private static String quoted(String text) {
    return JsonWriter.compact().value(text).text();
  }
}
