package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * A change so large that it is more likely an accident of the source than AWS's doing. Upstream
 * crawls have failed, leaving a few hundred actions for a day. Each is let through by a flag.
 */
enum Waiver {
  SHRINK("--allow-shrink"),
  CHANGE("--allow-change");

  // Percent of what was there before.
  private static final int SHRINK_LIMIT = 1;
  private static final int CHANGE_LIMIT = 3;

  private final String flag;

  Waiver(String flag) {
    this.flag = flag;
  }

  /** What the command line calls it. */
  String flag() {
    return flag;
  }

  /** What is too large about a difference and not waived. */
  static ImmutableList<String> objections(Difference difference, ImmutableSet<Waiver> waivers) {
    CatalogFacts.Counts before = difference.before().counts();
    CatalogFacts.Counts after = difference.after().counts();
    ImmutableList.Builder<String> objections = ImmutableList.builder();
    if (!waivers.contains(SHRINK)) {
      shrink(objections, "services", before.services(), after.services());
      shrink(objections, "actions", before.actions(), after.actions());
      shrink(objections, "types of resource", before.types(), after.types());
      shrink(objections, "condition keys", before.keys(), after.keys());
    }
    int changed = difference.actionsChanged().size();
    if (!waivers.contains(CHANGE) && changed * 100L > (long) before.actions() * CHANGE_LIMIT) {
      objections.add(
          changed
              + " of "
              + before.actions()
              + " actions have another level or other relations; at most "
              + CHANGE_LIMIT
              + " % pass without "
              + CHANGE.flag);
    }
    return objections.build();
  }

  private static void shrink(
      ImmutableList.Builder<String> objections, String what, int before, int after) {
    if ((before - after) * 100L > (long) before * SHRINK_LIMIT) {
      objections.add(
          after
              + " "
              + what
              + ", "
              + before
              + " before; a loss of more than "
              + SHRINK_LIMIT
              + " % does not pass without "
              + SHRINK.flag);
    }
  }
}
