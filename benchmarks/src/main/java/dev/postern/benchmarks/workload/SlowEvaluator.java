package dev.postern.benchmarks.workload;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.postern.eval.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what is right: the law of IAM as far as the workloads need it, statement by statement, with
 * nothing prepared. It shares no code with the engines that are measured.
 */
final class SlowEvaluator {
  private final PlainPolicies policies;

  SlowEvaluator(PlainPolicies policies) {
    this.policies = policies;
  }

  /** The request with its right decision. */
  PlainRequest label(PlainRequest request) {
    return request.expecting(decide(request));
  }

  /**
   * The request, whose author says what is right.
   *
   * @throws IllegalStateException if that is wrong
   */
  PlainRequest check(PlainRequest request) {
    Verdict decided = decide(request);
    if (decided != request.expected()) {
      throw new IllegalStateException(decided + " is right for " + request);
    }
    return request;
  }

  Verdict decide(PlainRequest request) {
    Says identity = say(policies.identity(), request);
    Says resource =
        request.meetsResourcePolicy() ? say(policies.resources(), request) : Says.NOTHING;
    ImmutableList.Builder<Says> limits = ImmutableList.builder();
    if (!policies.boundaries().isEmpty()) {
      limits.add(say(policies.boundaries(), request));
    }
    policies.serviceControl().forEach(level -> limits.add(say(level, request)));
    ImmutableList<Says> limiting = limits.build();
    if (identity == Says.NO || resource == Says.NO || limiting.contains(Says.NO)) {
      return Verdict.EXPLICIT_DENY;
    }
    boolean withinLimits = limiting.stream().allMatch(says -> says == Says.YES);
    boolean granted = identity == Says.YES || resource == Says.YES;
    return withinLimits && granted ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY;
  }

  private enum Says {
    YES,
    NO,
    NOTHING
  }

  private static Says say(ImmutableList<PlainPolicy> policies, PlainRequest request) {
    Says says = Says.NOTHING;
    for (PlainPolicy policy : policies) {
      for (PlainStatement statement : policy.statements()) {
        if (matches(statement, request)) {
          if (!statement.allow()) {
            return Says.NO;
          }
          says = Says.YES;
        }
      }
    }
    return says;
  }

  private static boolean matches(PlainStatement statement, PlainRequest request) {
    String action = Ascii.toLowerCase(request.action());
    boolean listed =
        statement.actions().stream().anyMatch(pattern -> glob(Ascii.toLowerCase(pattern), action));
    if (listed == statement.spares() || !meansPrincipal(statement, request)) {
      return false;
    }
    Map<String, PlainValue> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    context.putAll(request.context());
    return statement.resources().stream()
            .anyMatch(pattern -> like(pattern, request.resource(), context))
        && statement.conditions().stream().allMatch(condition -> holds(condition, context));
  }

  private static boolean meansPrincipal(PlainStatement statement, PlainRequest request) {
    ImmutableList<String> named = statement.principals().get("AWS");
    String account = "arn:aws:iam::" + PlainRequest.ACCOUNT + ":root";
    return statement.principals().isEmpty()
        || statement.principals().containsKey(PlainStatement.ANYONE)
        || named.contains(PlainStatement.ANYONE)
        || named.contains(request.principal())
        || named.contains(account);
  }

  private static boolean holds(PlainCondition condition, Map<String, PlainValue> context) {
    PlainValue got = context.get(condition.key());
    if (got == null) {
      return condition.isForAllValues() || condition.isIfExists() || condition.isNegated();
    }
    if (condition.isForAllValues()) {
      return got.texts().stream().allMatch(text -> holdsForOne(condition, text, context));
    }
    return holdsForOne(condition, got.single(), context) != condition.isNegated();
  }

  private static boolean holdsForOne(
      PlainCondition condition, String got, Map<String, PlainValue> context) {
    return condition.values().stream()
        .anyMatch(want -> compares(condition.comparison(), want, got, context));
  }

  private static boolean compares(
      String comparison, String want, String got, Map<String, PlainValue> context) {
    return switch (comparison) {
      case "StringEquals" -> expand(want, context).filter(got::equals).isPresent();
      case "StringLike", "ArnLike" -> like(want, got, context);
      case "Bool" -> want.equalsIgnoreCase(got);
      case "IpAddress" -> isInRange(want, got);
      case "NumericLessThanEquals" -> new BigDecimal(got).compareTo(new BigDecimal(want)) <= 0;
      case "DateLessThan" -> Instant.parse(got).isBefore(Instant.parse(want));
      default -> throw new IllegalArgumentException("no workload may use " + comparison);
    };
  }

  private static boolean isInRange(String range, String address) {
    int slash = range.indexOf('/');
    byte[] network = InetAddresses.forString(range.substring(0, slash)).getAddress();
    byte[] host = InetAddresses.forString(address).getAddress();
    int free = network.length * 8 - Integer.parseInt(range.substring(slash + 1));
    return network.length == host.length
        && new BigInteger(1, network)
            .shiftRight(free)
            .equals(new BigInteger(1, host).shiftRight(free));
  }

  private static boolean like(String pattern, String text, Map<String, PlainValue> context) {
    return expand(pattern, context).filter(expanded -> glob(expanded, text)).isPresent();
  }

  /** Puts in the policy variables; nothing where one has no value. No value holds a wildcard. */
  private static Optional<String> expand(String pattern, Map<String, PlainValue> context) {
    String expanded = pattern;
    int start = expanded.indexOf("${");
    while (start >= 0) {
      int end = expanded.indexOf('}', start);
      PlainValue value = context.get(expanded.substring(start + 2, end));
      if (value == null || value.isList()) {
        return Optional.empty();
      }
      expanded = expanded.substring(0, start) + value.single() + expanded.substring(end + 1);
      start = expanded.indexOf("${");
    }
    return Optional.of(expanded);
  }

  /** Whether a pattern with {@code *} and {@code ?} fits the whole text: back to the last star. */
  static boolean glob(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : '\0';
      if (c == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && (c == '?' || c == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
