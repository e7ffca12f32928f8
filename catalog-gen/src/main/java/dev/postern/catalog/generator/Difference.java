package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What one catalog says otherwise than the one before. */
final class Difference {
  private final CatalogFacts before;
  private final CatalogFacts after;

  Difference(CatalogFacts before, CatalogFacts after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A kind of change, and where there was one.
   *
   * @param title such as {@code Actions added}
   * @param places full names, some with what was before and what is now
   */
  record Changes(String title, ImmutableList<String> places) {}

  /** All changes, kind by kind; a kind without any is left out. */
  ImmutableList<Changes> changes() {
    ImmutableList.Builder<Changes> all = ImmutableList.builder();
    both(all, "Services", services(before), services(after));
    both(all, "Actions", before.actions(), after.actions());
    both(all, "Types of resource", types(before), types(after));
    both(all, "Condition keys", keys(before), keys(after));
    changed(all, "Access levels", before.actions(), after.actions(), a -> a.level().label());
    all.add(new Changes("Actions with other relations", actionsWithOtherRelations()));
    changed(all, "Types of condition keys", keys(before), keys(after), k -> k.type().toString());
    changed(all, "ARNs of types of resource", types(before), types(after), t -> list(t.arns()));
    changed(all, "Keys of types of resource", types(before), types(after), t -> list(t.keys()));
    changed(all, "Display names", services(before), services(after), ServiceFacts::displayName);
    changed(
        all,
        "Resource control policies",
        services(before),
        services(after),
        service -> service.hasResourceControl() ? "apply" : "do not apply");
    changed(
        all,
        "Resource policies",
        services(before),
        services(after),
        service -> Names.fold(service.policies().name()));
    return all.build().stream()
        .filter(changes -> !changes.places.isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  /** The catalog before. */
  CatalogFacts before() {
    return before;
  }

  /** The catalog now. */
  CatalogFacts after() {
    return after;
  }

  /** Actions that are new. */
  ImmutableList<String> actionsAdded() {
    return missing(after.actions(), before.actions());
  }

  /** Actions that were there before and have another level or other relations. */
  ImmutableList<String> actionsChanged() {
    return places(
        before.actions(),
        after.actions(),
        (one, other) -> one.level() != other.level() || !one.relations().equals(other.relations()),
        (one, other) -> "");
  }

  private ImmutableList<String> actionsWithOtherRelations() {
    return places(
        before.actions(),
        after.actions(),
        (one, other) -> !one.relations().equals(other.relations()),
        (one, other) -> "");
  }

  private static <T> void both(
      ImmutableList.Builder<Changes> all,
      String title,
      ImmutableSortedMap<String, T> before,
      ImmutableSortedMap<String, T> after) {
    all.add(new Changes(title + " added", missing(after, before)));
    all.add(new Changes(title + " removed", missing(before, after)));
  }

  private static <T> void changed(
      ImmutableList.Builder<Changes> all,
      String title,
      ImmutableSortedMap<String, T> before,
      ImmutableSortedMap<String, T> after,
      Function<T, String> told) {
    all.add(
        new Changes(
            title + " changed",
            places(
                before,
                after,
                (one, other) -> !told.apply(one).equals(told.apply(other)),
                (one, other) -> ": " + told.apply(one) + ", now " + told.apply(other))));
  }

  private static <T> ImmutableList<String> places(
      ImmutableSortedMap<String, T> before,
      ImmutableSortedMap<String, T> after,
      BiFunction<T, T, Boolean> differs,
      BiFunction<T, T, String> told) {
    ImmutableList.Builder<String> places = ImmutableList.builder();
    for (Map.Entry<String, T> entry : before.entrySet()) {
      T now = after.get(entry.getKey());
      if (now != null && differs.apply(entry.getValue(), now)) {
        places.add(entry.getKey() + told.apply(entry.getValue(), now));
      }
    }
    return places.build();
  }

  private static <T> ImmutableList<String> missing(
      ImmutableSortedMap<String, T> from, ImmutableSortedMap<String, T> than) {
    return Sets.difference(from.keySet(), than.keySet()).stream()
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableSortedMap<String, ServiceFacts> services(CatalogFacts catalog) {
    return ImmutableSortedMap.copyOf(Maps.uniqueIndex(catalog.services(), ServiceFacts::prefix));
  }

  private static ImmutableSortedMap<String, TypeFact> types(CatalogFacts catalog) {
    ImmutableSortedMap.Builder<String, TypeFact> all = ImmutableSortedMap.orderedBy(Names.ORDER);
    for (ServiceFacts service : catalog.services()) {
      service.types().forEach(type -> all.put(service.prefix() + " " + type.name(), type));
    }
    return all.buildOrThrow();
  }

  private static ImmutableSortedMap<String, KeyFact> keys(CatalogFacts catalog) {
    ImmutableSortedMap.Builder<String, KeyFact> all = ImmutableSortedMap.orderedBy(Names.ORDER);
    for (ServiceFacts service : catalog.services()) {
      service.keys().forEach(key -> all.put(service.prefix() + " " + key.name(), key));
    }
    return all.buildOrThrow();
  }

  private static String list(ImmutableList<String> items) {
    return String.join(" ", items);
  }
}
