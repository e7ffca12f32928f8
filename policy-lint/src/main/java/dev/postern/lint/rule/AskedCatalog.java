package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ArnTemplate;
import dev.postern.catalog.CallAuthorization;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.CatalogInfo;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.GlobalKey;
import dev.postern.catalog.KeyScope;
import dev.postern.catalog.ManagedPolicy;
import dev.postern.catalog.ResourceType;
import dev.postern.catalog.RetiredAction;
import dev.postern.catalog.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog that keeps what it was asked about one policy: dozens of rules ask the same of each
 * entry. For one thread, and as short-lived as the policy.
 */
final class AskedCatalog implements Catalog {
  private final Catalog catalog;
  private final Map<String, ImmutableList<ActionDefinition>> expansions = new HashMap<>();
  private final Map<String, Optional<ConditionKeyDefinition>> keys = new HashMap<>();
  private final Map<ArnQuestion, ImmutableList<ResourceType>> types = new HashMap<>();
  private final Map<String, ImmutableList<String>> suggestions = new HashMap<>();

  private record ArnQuestion(String service, String pattern) {}

  AskedCatalog(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public CatalogInfo info() {
    return catalog.info();
  }

  @Override
  public ImmutableList<Service> services() {
    return catalog.services();
  }

  @Override
  public Optional<Service> service(String prefix) {
    return catalog.service(prefix);
  }

  @Override
  public Optional<ActionDefinition> action(String name) {
    return catalog.action(name);
  }

  @Override
  public ImmutableList<ActionDefinition> expand(String pattern) {
    return expansions.computeIfAbsent(pattern, catalog::expand);
  }

  @Override
  public boolean matchesAny(String pattern) {
    // Who asks this asks for the actions next.
    return !expand(pattern).isEmpty();
  }

  @Override
  public boolean covers(String pattern, String other) {
    return catalog.covers(pattern, other);
  }

  @Override
  public ImmutableList<String> compress(Collection<ActionDefinition> actions) {
    return catalog.compress(actions);
  }

  @Override
  public ImmutableList<ResourceType> resourceTypes(String service, String arnPattern) {
    return types.computeIfAbsent(
        new ArnQuestion(service, arnPattern),
        asked -> catalog.resourceTypes(asked.service, asked.pattern));
  }

  @Override
  public ImmutableList<ArnTemplate> arns(String namespace) {
    return catalog.arns(namespace);
  }

  @Override
  public Optional<ConditionKeyDefinition> conditionKey(String key) {
    return keys.computeIfAbsent(key, catalog::conditionKey);
  }

  @Override
  public ImmutableList<GlobalKey> globalKeys() {
    return catalog.globalKeys();
  }

  @Override
  public KeyScope keyScope(ActionDefinition action, String key) {
    return catalog.keyScope(action, key);
  }

  @Override
  public ImmutableList<String> suggest(String action) {
    return suggestions.computeIfAbsent(action, catalog::suggest);
  }

  @Override
  public CallAuthorization actionForEvent(String eventSource, String eventName, String eventType) {
    return catalog.actionForEvent(eventSource, eventName, eventType);
  }

  @Override
  public CallAuthorization actionForOperation(String service, String operation) {
    return catalog.actionForOperation(service, operation);
  }

  @Override
  public Optional<RetiredAction> retiredAction(String name) {
    return catalog.retiredAction(name);
  }

  @Override
  public Optional<ManagedPolicy> managedPolicy(String arnOrName) {
    return catalog.managedPolicy(arnOrName);
  }
}
