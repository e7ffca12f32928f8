package dev.postern.suite.spelling;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.Service;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.source.NearestName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks up in the catalog what a test names. A misspelt action, or a resource that was forgotten,
 * is denied by any policy, and a misspelt key is one that no policy asks for: a test that expects a
 * denial would hold for the wrong reason. Names of services that AWS does not have are nobody's but
 * their owner's, and never misspelt.
 */
public final class Spelling {
  private final Catalog catalog;

  private Spelling(Catalog catalog) {
    this.catalog = catalog;
  }

  /** By the catalog that Postern brings. */
  public static Spelling bundled() {
    return new Spelling(Catalog.bundled());
  }

  /** What is wrong with an action: its service does not have it, nor ever had. */
  public Optional<Misspelling> ofAction(ActionName action) {
    boolean unknown =
        catalog.service(action.service()).isPresent()
            && catalog.action(action.text()).isEmpty()
            && catalog.retiredAction(action.text()).isEmpty();
    return unknown
        ? Optional.of(unknown(action.text(), catalog.suggest(action.text())))
        : Optional.empty();
  }

  /** What is wrong with asking for an action without naming a resource: it acts on one. */
  public Optional<Misspelling> ofActionAlone(ActionName action) {
    Optional<ActionDefinition> known = catalog.action(action.text());
    return known.isEmpty() || known.get().resources().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Misspelling(
                "`" + action.text() + "` acts on a resource", "name one in `on`, or `*` for none"));
  }

  /** What is wrong with a condition key: it is a global one, or a service's, that is not there. */
  public Optional<Misspelling> ofKey(ConditionKey key) {
    Optional<Service> service = catalog.service(key.service());
    boolean known =
        service.flatMap(owner -> owner.conditionKey(key.text())).isPresent()
            || catalog.conditionKey(key.text()).isPresent();
    if (known || (service.isEmpty() && !key.service().equals("aws"))) {
      return Optional.empty();
    }
    return Optional.of(
        unknown(
            key.text(),
            NearestName.of(key.text(), candidates(service))
                .map(ImmutableList::of)
                .orElse(ImmutableList.of())));
  }

  private ImmutableList<String> candidates(Optional<Service> service) {
    Stream<ConditionKeyDefinition> keys =
        service.isPresent()
            ? service.get().conditionKeys().stream()
            : catalog.globalKeys().stream().map(key -> key.definition());
    return keys.map(ConditionKeyDefinition::name).collect(ImmutableList.toImmutableList());
  }

  private Misspelling unknown(String name, ImmutableList<String> meant) {
    return new Misspelling(
        "`" + name + "` is not in the catalog of " + catalog.info().dataDate(),
        meant.isEmpty() ? "" : "did you mean `" + String.join("`, `", meant) + "`?");
  }
}
