package dev.postern.eval.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The readings of one element of a statement. AWS leaves points open; what meets one asks which of
 * its two readings this run takes, and is run again until every combination was taken.
 */
final class Readings {
  private final List<Boolean> choices = new ArrayList<>();
  private final Map<String, Boolean> chosen = new LinkedHashMap<>();
  private int made;

  private Readings() {}

  /** An Allow needs its elements under every reading, a Deny under one. */
  static boolean lean(boolean allow, Predicate<Readings> element) {
    return allow ? !under(element.negate()) : under(element);
  }

  private static boolean under(Predicate<Readings> element) {
    Readings readings = new Readings();
    do {
      readings.startRun();
      if (element.test(readings)) {
        return true;
      }
    } while (readings.nextCombination());
    return false;
  }

  /** What is there under every reading. */
  static <T> Set<T> common(Function<Readings, Set<T>> found) {
    Readings readings = new Readings();
    readings.startRun();
    Set<T> common = new HashSet<>(found.apply(readings));
    while (readings.nextCombination()) {
      readings.startRun();
      common.retainAll(found.apply(readings));
    }
    return common;
  }

  /** One of the two readings of a point; the same each time the point comes up in a run. */
  boolean of(String point) {
    if (!chosen.containsKey(point)) {
      if (made == choices.size()) {
        choices.add(false);
      }
      chosen.put(point, choices.get(made++));
    }
    return chosen.get(point);
  }

  private void startRun() {
    made = 0;
    chosen.clear();
  }

  private boolean nextCombination() {
    while (!choices.isEmpty() && choices.get(choices.size() - 1)) {
      choices.remove(choices.size() - 1);
    }
    if (choices.isEmpty()) {
      return false;
    }
    choices.set(choices.size() - 1, true);
    return true;
  }
}
