package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a set of actions as patterns that match these and no other that exists. */
final class Compression {
  private Compression() {}

  static ImmutableList<String> compress(Collection<ActionDefinition> actions, Catalog catalog) {
    Map<String, Set<String>> wanted = byService(actions);
    if (wanted.size() > 1
        && catalog.services().stream()
            .allMatch(service -> isWhole(service, wanted.get(service.prefix())))) {
      return ImmutableList.of("*");
    }
    ImmutableList.Builder<String> patterns = ImmutableList.builder();
    wanted.forEach(
        (service, names) ->
            patterns(names, service, catalog)
                .forEach(pattern -> patterns.add(service + ":" + pattern)));
    return patterns.build();
  }

  private static Map<String, Set<String>> byService(Collection<ActionDefinition> actions) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (ActionDefinition action : actions) {
      names
          .computeIfAbsent(action.service(), each -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
          .add(action.name());
    }
    return names;
  }

  private static boolean isWhole(Service service, @Nullable Set<String> names) {
    return names != null
        && service.actions().stream().allMatch(action -> names.contains(action.name()));
  }

  private static Collection<String> patterns(Set<String> names, String service, Catalog catalog) {
    if (names.size() == 1) {
      return names;
    }
    return catalog
        .service(service)
        .<Collection<String>>map(
            known ->
                isWhole(known, names)
                    ? ImmutableList.of("*")
                    : NameCover.of(names, others(known, names)))
        // Nobody knows what else such a service has, so no pattern is safe.
        .orElse(names);
  }

  private static ImmutableList<String> others(Service service, Set<String> names) {
    return service.actions().stream()
        .filter(action -> !names.contains(action.name()))
        .map(ActionDefinition::foldedName)
        .collect(ImmutableList.toImmutableList());
  }
}
