package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;

/** The actions that AWS's pages once listed and list no longer, by name in lower case. */
final class RetiredActions {
  private static final Lazy<RetiredActions> BUNDLED = Lazy.of(RetiredActions::new);

  private final ImmutableMap<String, RetiredAction> byName;

  private RetiredActions() {
    this.byName =
        Table.read("retired.tsv", 2).stream()
            .map(row -> new RetiredAction(row.get(0), LocalDate.parse(row.get(1))))
            .collect(
                ImmutableMap.toImmutableMap(
                    action -> Ascii.toLowerCase(action.name()), action -> action));
  }

  static RetiredActions bundled() {
    return BUNDLED.get();
  }

  Optional<RetiredAction> find(String name) {
    return Optional.ofNullable(byName.get(Ascii.toLowerCase(name)));
  }
}
