package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes what a person reads before a new catalog is checked in: how much there is, what was
 * corrected, and what a second source says. What has changed comes last; it is the one part that
 * depends on the catalog before.
 */
record Report(
    CatalogFacts catalog,
    Multiset<Correction> corrections,
    OlderIamData older,
    ImmutableSet<String> secondOpinion,
    RetiredActions retired,
    int managedPolicies) {
  /** Its file, beside the generator. */
  static final String FILE = "catalog-report.md";

  private static final String CHANGES = "## Changed";
  private static final String CANDIDATES =
      "Among the actions added, those that may be about policies of resources, of services not in "
          + ResourcePolicies.FILE;

  /** All but the changes. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append("# The catalog of ").append(catalog.date()).append("\n\n");
    out.append("Made of ").append(catalog.source()).append("; dependent actions as of ");
    out.append(older.date()).append(". How it is made: [README](README.md).\n\n");
    writeCounts(out);
    writeCorrections(out);
    writeSecondOpinion(out);
    return out.append('\n').toString();
  }

  private void writeCounts(StringBuilder out) {
    CatalogFacts.Counts counts = catalog.counts();
    int uses = 0;
    int required = 0;
    int needing = 0;
    int needs = 0;
    int anywhere = 0;
    for (ActionFact action : catalog.actions().values()) {
      uses += action.types().size();
      required += (int) action.types().stream().filter(TypeUse::isRequired).count();
      needing += action.dependents().isEmpty() ? 0 : 1;
      needs += action.dependents().size();
      anywhere += action.types().isEmpty() ? 1 : 0;
    }
    head(out, "what", "how many");
    row(out, "services", counts.services());
    row(out, "– to which resource control policies apply", controlled());
    row(out, "– whose resources have policies", supporting(PolicySupport.YES));
    row(out, "– with an action that writes some policy", supporting(PolicySupport.SHARED));
    row(out, "actions", counts.actions());
    row(out, "– that take no type of resource", anywhere);
    row(out, "– that need others", needing);
    row(out, "– others that they need", needs);
    row(out, "types of resource", counts.types());
    row(out, "– as actions take them", uses);
    row(out, "– as actions require them", required);
    row(out, "condition keys, of each service", counts.keys());
    row(out, "– that are different", differentKeys());
    row(out, "retired actions", retired.lastSeen().size());
    row(out, "managed policies of AWS", managedPolicies);
  }

  private int controlled() {
    return (int) catalog.services().stream().filter(ServiceFacts::hasResourceControl).count();
  }

  private int supporting(PolicySupport support) {
    return (int) catalog.services().stream().filter(s -> s.policies() == support).count();
  }

  private int differentKeys() {
    TreeSet<String> keys = new TreeSet<>();
    catalog.services().forEach(s -> s.keys().forEach(key -> keys.add(Names.fold(key.name()))));
    return keys.size();
  }

  private void writeCorrections(StringBuilder out) {
    out.append("\n## Corrected in what the source says\n\n");
    head(out, "what", "how often");
    for (Correction correction : Correction.values()) {
      row(out, correction.text(), corrections.count(correction));
    }
  }

  private void writeSecondOpinion(StringBuilder out) {
    TreeSet<String> ours = new TreeSet<>(Names.ORDER);
    ours.addAll(catalog.actions().keySet());
    TreeSet<String> theirs = new TreeSet<>(Names.ORDER);
    theirs.addAll(secondOpinion);
    out.append("\n## Compared with iam-floyd\n\n");
    out.append(Sets.intersection(ours, theirs).size()).append(" actions are in both.\n");
    list(out, "Only here", ImmutableList.copyOf(Sets.difference(ours, theirs)));
    list(out, "Only there", ImmutableList.copyOf(Sets.difference(theirs, ours)));
  }

  /** The changes, and which of the actions added deserve a look. */
  static String changes(Optional<Difference> difference, ImmutableList<String> candidates) {
    StringBuilder out = new StringBuilder(CHANGES);
    if (difference.isEmpty()) {
      out.append("\n\nThere was no catalog before.\n");
    } else {
      CatalogFacts before = difference.get().before();
      ImmutableList<Difference.Changes> all = difference.get().changes();
      out.append(" since ").append(before.source()).append(" of ").append(before.date());
      out.append(all.isEmpty() ? "\n\nNothing.\n" : "\n");
      all.forEach(changes -> list(out, changes.title(), changes.places()));
    }
    list(out, CANDIDATES, candidates);
    return out.toString();
  }

  /** The changes that a report tells, if it does. */
  static Optional<String> changesIn(String report) {
    int start = report.indexOf(CHANGES);
    return start < 0 ? Optional.empty() : Optional.of(report.substring(start));
  }

  private static void list(StringBuilder out, String title, ImmutableList<String> items) {
    if (items.isEmpty()) {
      return;
    }
    out.append('\n').append(title).append(" (").append(items.size()).append("):\n\n");
    for (String item : items) {
      out.append("- `").append(item).append("`\n");
    }
  }

  private static void head(StringBuilder out, String first, String second) {
    out.append("| ").append(first).append(" | ").append(second).append(" |\n| --- | ---: |\n");
  }

  private static void row(StringBuilder out, String what, int count) {
    out.append("| ").append(what).append(" | ").append(count).append(" |\n");
  }
}
