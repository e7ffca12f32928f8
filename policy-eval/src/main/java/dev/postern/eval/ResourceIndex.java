package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one effect that speak of one action, found by the requested ARN.
 *
 * <p>A radix trie over the literal text that resource patterns begin with, walked once along the
 * ARN: on its way stand all the statements that can match, and no others are looked at. Patterns
 * that begin with a wildcard, {@code *} and {@code NotResource} stand at its root.
 */
final class ResourceIndex {
  static final ResourceIndex EMPTY = new ResourceIndex(ImmutableList.of(), Node.of("", List.of()));

  private final ImmutableList<CompiledStatement> statements;
  private final Node root;

  /** A stretch of text, what matches from its end on, and how the text may go on. */
  private static final class Node {
    private final String text;
    private final EntryList entries;
    private final Node[] children;

    private Node(String text, EntryList entries, Node[] children) {
      this.text = text;
      this.entries = entries;
      this.children = children;
    }

    /** Makes the node of entries whose prefixes begin alike up to the end of a text. */
    static Node of(String path, List<IndexEntry> all) {
      return of(path, path.length(), all);
    }

    private static Node of(String path, int from, List<IndexEntry> all) {
      List<IndexEntry> here = new ArrayList<>();
      List<IndexEntry> longer = new ArrayList<>();
      for (IndexEntry entry : all) {
        (entry.prefix().length() == path.length() ? here : longer).add(entry);
      }
      longer.sort(Comparator.comparing(IndexEntry::prefix));
      List<Node> children = new ArrayList<>();
      int start = 0;
      while (start < longer.size()) {
        int end = start;
        char first = longer.get(start).prefix().charAt(path.length());
        while (end < longer.size() && longer.get(end).prefix().charAt(path.length()) == first) {
          end++;
        }
        List<IndexEntry> branch = longer.subList(start, end);
        String shared = common(branch.get(0).prefix(), branch.get(branch.size() - 1).prefix());
        children.add(of(shared, path.length(), branch));
        start = end;
      }
      return new Node(
          path.substring(Math.min(from, path.length())),
          EntryList.of(here),
          children.toArray(new Node[0]));
    }

    /* Of sorted texts the first and the last have the least in common. */
    private static String common(String one, String other) {
      int length = 0;
      int most = Math.min(one.length(), other.length());
      while (length < most && one.charAt(length) == other.charAt(length)) {
        length++;
      }
      return one.substring(0, length);
    }

    @Nullable Node child(String arn, int at) {
      if (at >= arn.length()) {
        return null;
      }
      char wanted = arn.charAt(at);
      int low = 0;
      int high = children.length - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        Node child = children[middle];
        char first = child.text.charAt(0);
        if (first == wanted) {
          return arn.startsWith(child.text, at) ? child : null;
        }
        if (first < wanted) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return null;
    }
  }

  private ResourceIndex(ImmutableList<CompiledStatement> statements, Node root) {
    this.statements = statements;
    this.root = root;
  }

  static ResourceIndex of(List<CompiledStatement> statements) {
    if (statements.isEmpty()) {
      return EMPTY;
    }
    List<IndexEntry> entries = new ArrayList<>();
    for (CompiledStatement statement : statements) {
      ImmutableList<CompiledResource> patterns = statement.resource().listedPatterns();
      if (patterns.isEmpty()) {
        entries.add(IndexEntry.of(statement));
      }
      patterns.forEach(pattern -> entries.add(IndexEntry.of(statement, pattern)));
    }
    return new ResourceIndex(ImmutableList.copyOf(statements), Node.of("", entries));
  }

  /** Whether some statement matches, by the reading that is taken. */
  boolean anyMatches(PreparedRequest request, PolicySet set) {
    if (statements.isEmpty()) {
      return false;
    }
    if (!canBeWalked(request)) {
      return anyMatchesOneByOne(request, set);
    }
    RequestContext context = request.contexts().get(0);
    String arn = request.resourceText();
    if (root.entries.anyMatches(arn, request, set, context)) {
      return true;
    }
    int at = 0;
    Node node = arn == null ? null : root.child(arn, 0);
    while (node != null && arn != null) {
      if (node.entries.anyMatches(arn, request, set, context)) {
        return true;
      }
      at += node.text.length();
      node = node.child(arn, at);
    }
    return false;
  }

  /** How the statements that match name the requester, as bits of {@link GrantKind}. */
  int grants(PreparedRequest request, PolicySet set) {
    if (statements.isEmpty()) {
      return 0;
    }
    if (!canBeWalked(request)) {
      return grantsOneByOne(request, set);
    }
    RequestContext context = request.contexts().get(0);
    String arn = request.resourceText();
    int grants = root.entries.grants(arn, request, set, context);
    int at = 0;
    Node node = arn == null ? null : root.child(arn, 0);
    while (node != null && arn != null) {
      grants |= node.entries.grants(arn, request, set, context);
      at += node.text.length();
      node = node.child(arn, at);
    }
    return grants;
  }

  /*
   * Where letter case may not count the text of the ARN finds too little, and where a tag key stands
   * in two spellings a statement has to be read as a whole.
   */
  private static boolean canBeWalked(PreparedRequest request) {
    return request.contexts().size() == 1 && !request.resourceMayDifferByCase();
  }

  private boolean anyMatchesOneByOne(PreparedRequest request, PolicySet set) {
    for (CompiledStatement statement : statements) {
      if (statement.matchesBeyondAction(request, set).taken(statement.effect())) {
        return true;
      }
    }
    return false;
  }

  private int grantsOneByOne(PreparedRequest request, PolicySet set) {
    int grants = 0;
    for (CompiledStatement statement : statements) {
      if (statement.matchesBeyondAction(request, set).taken(statement.effect())) {
        grants |= statement.grants(request, set);
      }
    }
    return grants;
  }
}
