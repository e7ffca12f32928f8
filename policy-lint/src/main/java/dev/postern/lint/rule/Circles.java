package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of a directed graph: in each, every node leads to every other.
 *
 * <p>Kosaraju's algorithm: the nodes in the order in which a search leaves them, backwards, and
 * from each whatever leads to it. Without recursion: a chain may have ten thousand nodes.
 */
final class Circles {
  private final List<List<Integer>> edges;

  private Circles(List<List<Integer>> edges) {
    this.edges = edges;
  }

  /**
   * The components, each with at least one node.
   *
   * @param edges where each node leads
   */
  static ImmutableList<ImmutableList<Integer>> of(List<List<Integer>> edges) {
    return new Circles(edges).components();
  }

  private ImmutableList<ImmutableList<Integer>> components() {
    List<List<Integer>> back = reversed();
    boolean[] seen = new boolean[edges.size()];
    ImmutableList.Builder<ImmutableList<Integer>> components = ImmutableList.builder();
    int[] left = left();
    for (int i = left.length - 1; i >= 0; i--) {
      if (!seen[left[i]]) {
        components.add(reached(left[i], back, seen));
      }
    }
    return components.build();
  }

  private List<List<Integer>> reversed() {
    List<List<Integer>> back = new ArrayList<>();
    edges.forEach(node -> back.add(new ArrayList<>()));
    for (int from = 0; from < edges.size(); from++) {
      for (int to : edges.get(from)) {
        back.get(to).add(from);
      }
    }
    return back;
  }

  /* A search leaves a node when it has been wherever the node leads. */
  private int[] left() {
    int[] left = new int[edges.size()];
    int count = 0;
    boolean[] seen = new boolean[edges.size()];
    int[] next = new int[edges.size()];
    Deque<Integer> path = new ArrayDeque<>();
    for (int start = 0; start < edges.size(); start++) {
      if (!seen[start]) {
        seen[start] = true;
        path.push(start);
      }
      while (!path.isEmpty()) {
        int node = path.element();
        if (next[node] == edges.get(node).size()) {
          left[count++] = path.pop();
        } else {
          int to = edges.get(node).get(next[node]++);
          if (!seen[to]) {
            seen[to] = true;
            path.push(to);
          }
        }
      }
    }
    return Arrays.copyOf(left, count);
  }

  private static ImmutableList<Integer> reached(
      int start, List<List<Integer>> edges, boolean[] seen) {
    ImmutableList.Builder<Integer> reached = ImmutableList.builder();
    Deque<Integer> waiting = new ArrayDeque<>();
    seen[start] = true;
    waiting.push(start);
    while (!waiting.isEmpty()) {
      int node = waiting.pop();
      reached.add(node);
      for (int to : edges.get(node)) {
        if (!seen[to]) {
          seen[to] = true;
          waiting.push(to);
        }
      }
    }
    return reached.build();
  }
}
