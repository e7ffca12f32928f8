package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.RetiredAction;
import dev.postern.model.ActionPattern;
import java.util.Optional;

/**
 * Says that something is not in the catalog, of which date that is, and what may have been meant.
 * The date, since AWS adds actions daily and the usual cause is an old catalog.
 */
record NotInCatalog(Catalog catalog) {

  /** Of an action, or of a pattern that matches none. */
  String action(String pattern) {
    Optional<RetiredAction> retired = catalog.retiredAction(pattern);
    if (retired.isPresent()) {
      return "`"
          + retired.get().name()
          + "` is retired: AWS last listed it on "
          + retired.get().lastSeen()
          + ", and it is not in "
          + theCatalog();
    }
    return reason(pattern) + didYouMean(catalog.suggest(pattern));
  }

  private String reason(String pattern) {
    Optional<ActionPattern> parsed = ActionPattern.parse(pattern);
    if (parsed.isEmpty()) {
      return "`" + pattern + "` is not an action; expected `service:Name` or `*`";
    }
    String service = parsed.get().servicePattern();
    return "`"
        + pattern
        + (isLiteral(pattern) ? "` is not in " : "` matches nothing in ")
        + theCatalog()
        + (isLiteral(service) && catalog.service(service).isEmpty()
            ? ", which has no service `" + service + "`"
            : "");
  }

  /** Of something that an option names. */
  String named(String option, String name, Optional<String> nearest) {
    return option
        + ": `"
        + name
        + "` is not in "
        + theCatalog()
        + didYouMean(nearest.stream().collect(ImmutableList.toImmutableList()));
  }

  private String theCatalog() {
    return "the catalog of " + catalog.info().dataDate();
  }

  /** Whether a pattern has no wildcard. */
  static boolean isLiteral(String pattern) {
    return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
  }

  private static String didYouMean(ImmutableList<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    int last = names.size() - 1;
    String others = String.join("`, `", names.subList(0, last));
    return "; did you mean `" + others + (last == 0 ? "" : "` or `") + names.get(last) + "`?";
  }
}
