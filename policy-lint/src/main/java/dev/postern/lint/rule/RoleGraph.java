package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which role of an account can assume which. Thousands of roles may assume thousands by one
 * pattern, so that a pattern is a node of its own, between those and these.
 */
final class RoleGraph {
  /* Patterns times roles. Beyond that, patterns lead nowhere: a circle may be missed. */
  private static final long MOST_COMPARISONS = 4_000_000;

  private final ImmutableList<AssumableRole> roles;
  private final List<List<Integer>> edges = new ArrayList<>();
  private final Map<String, Integer> byArn = new HashMap<>();
  private final Map<String, Integer> byPattern = new HashMap<>();
  private long comparisons;

  private RoleGraph(ImmutableList<AssumableRole> roles) {
    this.roles = roles;
    for (AssumableRole role : roles) {
      byArn.put(role.role().arn(), edges.size());
      edges.add(new ArrayList<>());
    }
    for (int i = 0; i < roles.size(); i++) {
      addEdges(i, roles.get(i));
    }
  }

  static RoleGraph of(LintedAccount account) {
    return new RoleGraph(
        account.principals().stream()
            .flatMap(principal -> AssumableRole.of(principal, account).stream())
            .collect(toImmutableList()));
  }

  /* Within an account, being named by the trust policy is enough; being of the account is not. */
  private void addEdges(int number, AssumableRole role) {
    for (String arn : role.trusted()) {
      Integer from = byArn.get(arn);
      if (from != null) {
        edges.get(from).add(number);
      }
    }
    for (String pattern : role.assumes()) {
      Integer literal = byArn.get(pattern);
      if (literal == null) {
        edges.get(number).add(nodeOf(pattern));
      } else if (roles.get(literal).trustsAccount()) {
        edges.get(number).add(literal);
      }
    }
  }

  private int nodeOf(String pattern) {
    Integer known = byPattern.get(pattern);
    if (known != null) {
      return known;
    }
    int node = edges.size();
    List<Integer> targets = new ArrayList<>();
    byPattern.put(pattern, node);
    edges.add(targets);
    comparisons += roles.size();
    if (comparisons <= MOST_COMPARISONS || pattern.equals("*")) {
      Glob glob = Glob.of(pattern);
      for (int i = 0; i < roles.size(); i++) {
        if (roles.get(i).trustsAccount() && glob.matches(roles.get(i).role().arn())) {
          targets.add(i);
        }
      }
    }
    return node;
  }

  /** The sets of two or more roles of which each can become each other. */
  ImmutableList<ImmutableList<AssumableRole>> circles() {
    return Circles.of(edges).stream()
        .map(circle -> circle.stream().filter(node -> node < roles.size()).sorted().toList())
        .filter(circle -> circle.size() > 1)
        .map(circle -> circle.stream().map(roles::get).collect(toImmutableList()))
        .collect(toImmutableList());
  }
}
