package dev.postern.catalog.generator;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;

/**
 * Writes the block of one service: lines of cells parted by tabs, empty cells at the end left out.
 *
 * <pre>
 * S PREFIX DISPLAY-NAME FLAGS              r if resource control policies apply; then p, q or -:
 *                                          resource policies yes, shared, no
 * K KEY TYPE                               condition key, numbered from 0
 * X KEY KEY…                               set of keys, numbered from 0; the empty set has none
 * R NAME ARN ARN… SET                      type of resource, numbered from 0; each ARN without
 *                                          arn:${Partition}:
 * A NAME LEVEL TYPES SET DEPENDENTS        action; a type is its number, ! if required, :SET if
 *                                          keys go with it; a dependent action of the same service
 *                                          stands without its prefix
 * </pre>
 *
 * Numbers are base 36. Items of a list are parted by spaces. Kinds of line come in this order, and
 * each kind is sorted by name without regard to case; sets and types by number.
 */
final class ServiceText {
  /** How all ARN templates start; it is left out. */
  static final String ARN_START = "arn:${Partition}:";

  /** The base of numbers. */
  static final int RADIX = Character.MAX_RADIX;

  private static final Comparator<ImmutableList<Integer>> BY_NUMBERS =
      Comparator.comparing(
          list -> list, Comparators.lexicographical(Comparator.<Integer>naturalOrder()));

  private final ServiceFacts service;
  private final ImmutableMap<String, Integer> keys;
  private final ImmutableMap<String, Integer> types;
  private final ImmutableSortedSet<ImmutableList<Integer>> sets;
  private final StringBuilder out = new StringBuilder();

  private ServiceText(ServiceFacts service) {
    this.service = service;
    this.keys = numbers(service.keys().stream().map(KeyFact::name).toList());
    this.types = numbers(service.types().stream().map(TypeFact::name).toList());
    this.sets = sets();
  }

  static String of(ServiceFacts service) {
    return new ServiceText(service).write();
  }

  private String write() {
    String flags = (service.hasResourceControl() ? "r" : "") + service.policies().letter();
    line("S", service.prefix(), service.displayName(), flags);
    for (KeyFact key : service.keys()) {
      line("K", key.name(), key.type().toString());
    }
    for (ImmutableList<Integer> set : sets) {
      line("X", joined(set.stream().map(ServiceText::number).toList()));
    }
    for (TypeFact type : service.types()) {
      line("R", type.name(), joined(arns(type)), set(type.keys()));
    }
    for (ActionFact action : service.actions()) {
      line(
          "A",
          action.name(),
          String.valueOf(action.level().letter()),
          joined(action.types().stream().map(this::use).toList()),
          set(action.keys()),
          joined(action.dependents().stream().map(this::dependent).toList()));
    }
    return out.toString();
  }

  private static ImmutableList<String> arns(TypeFact type) {
    return type.arns().stream()
        .map(arn -> arn.startsWith(ARN_START) ? arn.substring(ARN_START.length()) : arn)
        .collect(ImmutableList.toImmutableList());
  }

  private String use(TypeUse use) {
    String keySet = set(use.keys());
    return number(requireNonNull(types.get(use.type())))
        + (use.isRequired() ? "!" : "")
        + (keySet.isEmpty() ? "" : ":" + keySet);
  }

  private String dependent(String action) {
    String own = service.prefix() + ":";
    return action.startsWith(own) ? action.substring(own.length() - 1) : action;
  }

  private String set(ImmutableList<String> names) {
    return names.isEmpty() ? "" : number(sets.headSet(keyNumbers(names)).size());
  }

  private ImmutableList<Integer> keyNumbers(ImmutableList<String> names) {
    return names.stream().map(keys::get).sorted().collect(ImmutableList.toImmutableList());
  }

  private ImmutableSortedSet<ImmutableList<Integer>> sets() {
    ImmutableSortedSet.Builder<ImmutableList<Integer>> all =
        ImmutableSortedSet.orderedBy(BY_NUMBERS);
    for (TypeFact type : service.types()) {
      all.add(keyNumbers(type.keys()));
    }
    for (ActionFact action : service.actions()) {
      all.add(keyNumbers(action.keys()));
      for (TypeUse use : action.types()) {
        all.add(keyNumbers(use.keys()));
      }
    }
    // The empty list is the least.
    return all.build().tailSet(ImmutableList.of(), false);
  }

  private void line(String... cells) {
    int end = cells.length;
    while (cells[end - 1].isEmpty()) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      out.append(i == 0 ? "" : "\t").append(cells[i]);
    }
    out.append('\n');
  }

  private static ImmutableMap<String, Integer> numbers(Iterable<String> names) {
    ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
    int number = 0;
    for (String name : names) {
      numbers.put(name, number++);
    }
    return numbers.buildOrThrow();
  }

  private static String joined(Iterable<String> items) {
    return String.join(" ", items);
  }

  private static String number(int number) {
    return Integer.toString(number, RADIX);
  }
}
