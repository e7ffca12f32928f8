package dev.postern.benchmarks;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures of a run by name. What was not measured, or decided wrongly, is not in it. */
final class Figures {
  private final ImmutableMap<String, Figure> byName;

  Figures(List<Figure> figures) {
    byName = figures.stream().collect(ImmutableMap.toImmutableMap(Figure::name, f -> f));
  }

  Optional<Figure> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  OptionalDouble nanos(String name) {
    return get(name).stream().mapToDouble(Figure::nanos).findFirst();
  }

  /** How many times one takes what the other takes. */
  OptionalDouble ratio(String one, String other) {
    OptionalDouble nanos = nanos(one);
    OptionalDouble others = nanos(other);
    return nanos.isPresent() && others.isPresent()
        ? OptionalDouble.of(nanos.getAsDouble() / others.getAsDouble())
        : OptionalDouble.empty();
  }
}
