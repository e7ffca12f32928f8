package dev.postern.benchmarks.peer;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.benchmarks.workload.PlainRequest;
import dev.postern.benchmarks.workload.PlainStatement;
import java.util.function.Function;

/** A statement with its patterns cut. */
final class ObviousStatement {
  private static final String ACCOUNT = "arn:aws:iam::" + PlainRequest.ACCOUNT + ":root";

  private final boolean allows;
  private final boolean spares;
  private final ObviousGlob[] actions;
  private final ObviousGlob[] resources;
  private final boolean anyone;
  private final String[] principals;
  private final ObviousCondition[] conditions;

  ObviousStatement(PlainStatement statement, String caller) {
    allows = statement.allow();
    spares = statement.spares();
    actions = globs(statement.actions(), Ascii::toLowerCase);
    resources = globs(statement.resources(), arn -> arn.replace("${aws:username}", caller));
    ImmutableList<String> named = statement.principals().get("AWS");
    anyone =
        statement.principals().isEmpty()
            || statement.principals().containsValue(PlainStatement.ANYONE)
            || named.contains(ACCOUNT);
    principals = named.toArray(String[]::new);
    conditions =
        statement.conditions().stream()
            .map(condition -> new ObviousCondition(condition, caller))
            .toArray(ObviousCondition[]::new);
  }

  private static ObviousGlob[] globs(
      ImmutableList<String> patterns, Function<String, String> change) {
    return patterns.stream().map(change).map(ObviousGlob::new).toArray(ObviousGlob[]::new);
  }

  boolean allows() {
    return allows;
  }

  boolean matches(ObviousRequest request) {
    return any(actions, request.action()) != spares
        && any(resources, request.resource())
        && means(request.principal())
        && holds(request);
  }

  private static boolean any(ObviousGlob[] globs, String text) {
    for (ObviousGlob glob : globs) {
      if (glob.matches(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean means(String principal) {
    if (anyone) {
      return true;
    }
    for (String named : principals) {
      if (named.equals(principal)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(ObviousRequest request) {
    for (ObviousCondition condition : conditions) {
      if (!condition.holds(request)) {
        return false;
      }
    }
    return true;
  }
}
