package dev.postern.model.json;

import dev.postern.model.json.JsonValue.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of one object so far. Objects of policies have few, hostile ones very many. */
final class NamesSeen {
  private static final int FEW = 12;

  private final List<Member> stack;
  private final int from;
  private Set<String> many = Set.of();

  /** The names of the members that will be pushed on the stack from now on. */
  NamesSeen(List<Member> stack) {
    this.stack = stack;
    this.from = stack.size();
  }

  /** Whether a name is not among the members pushed; to be asked for each, before it is pushed. */
  boolean isNew(String name) {
    if (stack.size() - from < FEW) {
      return !isAmongFew(name);
    }
    if (many.isEmpty()) {
      many = new HashSet<>();
      stack.subList(from, stack.size()).forEach(member -> many.add(member.name()));
    }
    return many.add(name);
  }

  private boolean isAmongFew(String name) {
    for (int i = from; i < stack.size(); i++) {
      if (stack.get(i).name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
