package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the author of an action, or of a pattern, that matches none most likely meant. */
final class Suggestions {
  private static final int MOST = 3;
  /* Four times the longest name there is: nothing is near to more, and it must not cost time. */
  private static final int LONGEST = 256;

  private final Catalog catalog;

  Suggestions(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A service that was meant, and how many slips its prefix is away. */
  private record Meant(Service service, int slips) {}

  /** An action or pattern, how many slips it is away behind the colon, and how many before. */
  private record Near(String text, int slips, int slipsInPrefix) {
    static final Comparator<Near> FIRST =
        Comparator.comparingInt(Near::slips)
            .thenComparingInt(Near::slipsInPrefix)
            .thenComparing(Near::text, String.CASE_INSENSITIVE_ORDER);

    boolean isAsNearAs(Near other) {
      return slips == other.slips && slipsInPrefix == other.slipsInPrefix;
    }
  }

  ImmutableList<String> suggest(String asked) {
    int colon = asked.indexOf(':');
    if (asked.length() > LONGEST) {
      return ImmutableList.of();
    }
    if (catalog.matchesAny(asked)) {
      return ImmutableList.of(catalog.action(asked).map(ActionDefinition::fullName).orElse(asked));
    }
    if (colon < 0 || wildcard(asked) < colon) {
      return ImmutableList.of();
    }
    String prefix = asked.substring(0, colon);
    String name = asked.substring(colon + 1);
    int wildcard = wildcard(name);
    return wildcard < name.length()
        ? patterns(prefix, name.substring(0, wildcard), name.substring(wildcard))
        : names(prefix, name);
  }

  /* Where the first wildcard stands; the length if there is none. */
  private static int wildcard(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
      at++;
    }
    return at;
  }

  /* Who writes the name of an operation misspells nothing: he means what AWS checks for it. */
  private ImmutableList<String> names(String prefix, String name) {
    if (catalog.actionForOperation(prefix, name) instanceof CallAuthorization.Checked checked) {
      return best(
          Stream.concat(checked.always().stream(), checked.sometimes().stream())
              .map(ActionDefinition::fullName));
    }
    ImmutableList<Meant> services = meant(prefix);
    Spelling spelling = Spelling.of(name);
    List<Near> own = new ArrayList<>();
    services.forEach(service -> addNames(service, spelling, Spelling.FAR, own));
    own.sort(Near.FIRST);
    int least = own.isEmpty() ? Spelling.FAR : own.get(0).slips;
    List<Near> others = least > 1 ? elsewhere(prefix, services, spelling, least) : List.of();
    return best(Stream.concat(own.stream(), others.stream()).map(Near::text));
  }

  /** The service of this prefix, or else those whose prefix is nearly this. */
  private ImmutableList<Meant> meant(String prefix) {
    return catalog
        .service(prefix)
        .map(service -> ImmutableList.of(new Meant(service, 0)))
        .orElseGet(
            () -> {
              Spelling spelling = Spelling.of(prefix);
              return catalog.services().stream()
                  .map(service -> new Meant(service, spelling.slipsToPrefix(service.prefix())))
                  .filter(service -> service.slips < Spelling.FAR)
                  .collect(ImmutableList.toImmutableList());
            });
  }

  /*
   * The nearest names in all other services, as long as they are nearer. Those that many services
   * share, such as `ListTagsForResource`, say nothing about which one was meant.
   */
  private List<Near> elsewhere(
      String prefix, ImmutableList<Meant> services, Spelling name, int nearerThan) {
    Spelling spelling = Spelling.of(prefix);
    List<Near> found = new ArrayList<>();
    for (Service service : catalog.services()) {
      if (services.stream().noneMatch(meant -> meant.service.equals(service))) {
        int slips = spelling.slipsToPrefix(service.prefix());
        addNames(new Meant(service, slips), name, nearerThan, found);
      }
    }
    found.sort(Near.FIRST);
    List<Near> nearest = found.stream().filter(near -> near.isAsNearAs(found.get(0))).toList();
    return nearest.size() > MOST ? List.of() : nearest;
  }

  private static void addNames(Meant meant, Spelling name, int nearerThan, List<Near> found) {
    for (ActionDefinition action : meant.service.actions()) {
      int slips = name.slipsTo(action.foldedName());
      if (slips < nearerThan) {
        found.add(new Near(action.fullName(), slips, meant.slips));
      }
    }
  }

  /* The text before the first wildcard is put right; what follows is kept, and has to match. */
  private ImmutableList<String> patterns(String prefix, String head, String tail) {
    Spelling spelling = Spelling.of(head);
    List<Near> found = new ArrayList<>();
    for (Meant meant : meant(prefix)) {
      if (head.isEmpty()) {
        found.add(new Near(meant.service.prefix() + ":" + tail, 0, meant.slips));
      } else {
        addHeads(meant, spelling, tail, found);
      }
    }
    return best(found.stream().sorted(Near.FIRST).map(Near::text).filter(catalog::matchesAny));
  }

  /* A head ends where a word of some name ends, so `Gett*` may become `Get*`, and never `GetO*`. */
  private static void addHeads(Meant meant, Spelling head, String tail, List<Near> found) {
    for (ActionDefinition action : meant.service.actions()) {
      Words.borders(action.name())
          .forEach(
              border -> {
                int slips = head.slipsTo(action.foldedName().substring(0, border));
                if (slips < Spelling.FAR) {
                  String pattern =
                      meant.service.prefix() + ":" + action.name().substring(0, border) + tail;
                  found.add(new Near(pattern, slips, meant.slips));
                }
              });
    }
  }

  private static ImmutableList<String> best(Stream<String> names) {
    return names.distinct().limit(MOST).collect(ImmutableList.toImmutableList());
  }
}
