package dev.postern.model.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of one object so far. Objects of policies have few, hostile ones very many. */
final class NamesSeen {
  private static final int FEW = 12;

  private final List<String> few = new ArrayList<>(FEW);
  private final Set<String> many = new HashSet<>(0);

  /** Adds a name; false if it was there. */
  boolean add(String name) {
    if (few.size() < FEW) {
      return !few.contains(name) && few.add(name);
    }
    if (many.isEmpty()) {
      many.addAll(few);
    }
    return many.add(name);
  }
}
