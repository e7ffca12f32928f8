package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.postern.model.ActionPattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** A catalog in a file, and the tables that come with the library. */
final class FileCatalog implements Catalog {
  private static final Lazy<Catalog> BUNDLED =
      new Lazy<>() {
        @Override
        Catalog make() {
          return FileCatalog.of("catalog.txt", BundledFile.bytes("catalog.txt"));
        }
      };

  /* Some twenty times of what there is: who gives a larger file gave another file. */
  private static final int LARGEST = 32 << 20;

  private final CatalogFile file;
  private final Service[] services;
  private final Lazy<ImmutableList<Service>> list =
      new Lazy<>() {
        @Override
        ImmutableList<Service> make() {
          return ImmutableList.copyOf(services);
        }
      };
  private final Lazy<ImmutableList<ActionDefinition>> all =
      new Lazy<>() {
        @Override
        ImmutableList<ActionDefinition> make() {
          return expansion("*");
        }
      };
  private final Lazy<KeyTable> keys =
      new Lazy<>() {
        @Override
        KeyTable make() {
          return allKeys();
        }
      };
  private final Lazy<ImmutableListMultimap<String, ArnTemplate>> arns =
      new Lazy<>() {
        @Override
        ImmutableListMultimap<String, ArnTemplate> make() {
          return allArns();
        }
      };
  private final Lazy<Calls> calls =
      new Lazy<>() {
        @Override
        Calls make() {
          return new Calls(FileCatalog.this);
        }
      };
  private final Lazy<Suggestions> suggestions =
      new Lazy<>() {
        @Override
        Suggestions make() {
          return new Suggestions(FileCatalog.this);
        }
      };

  private FileCatalog(CatalogFile file) {
    this.file = file;
    this.services = new Service[file.size()];
    for (int i = 0; i < services.length; i++) {
      services[i] = new Service(file, i);
    }
  }

  static Catalog bundled() {
    return BUNDLED.get();
  }

  static Catalog load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new CatalogException(file + ": not a catalog; it has more than 32 MiB");
      }
      return of(file.toString(), bytes);
    }
  }

  static Catalog of(String name, byte[] bytes) {
    return new FileCatalog(CatalogFile.of(name, bytes));
  }

  @Override
  public CatalogInfo info() {
    return file.info();
  }

  @Override
  public ImmutableList<Service> services() {
    return list.get();
  }

  @Override
  public Optional<Service> service(String prefix) {
    int index = file.indexOf(Ascii.toLowerCase(prefix));
    return index < 0 ? Optional.empty() : Optional.of(services[index]);
  }

  @Override
  public Optional<ActionDefinition> action(String name) {
    int colon = name.indexOf(':');
    Optional<Service> service = colon < 0 ? Optional.empty() : service(name.substring(0, colon));
    return service.isPresent() ? service.get().action(name.substring(colon + 1)) : Optional.empty();
  }

  @Override
  public ImmutableList<ActionDefinition> expand(String pattern) {
    return pattern.equals("*") ? all.get() : expansion(pattern);
  }

  private ImmutableList<ActionDefinition> expansion(String pattern) {
    return ActionPattern.parse(pattern)
        .map(Expansion::of)
        .map(expansion -> expansion.all(this))
        .orElse(ImmutableList.of());
  }

  @Override
  public boolean matchesAny(String pattern) {
    return ActionPattern.parse(pattern)
        .map(Expansion::of)
        .filter(expansion -> !expansion.whileAccepted(this, action -> false))
        .isPresent();
  }

  @Override
  public boolean covers(String pattern, String other) {
    Optional<Expansion> inner = ActionPattern.parse(other).map(Expansion::of);
    Optional<Expansion> outer = ActionPattern.parse(pattern).map(Expansion::of);
    return inner.isEmpty()
        || inner
            .get()
            .whileAccepted(this, action -> outer.isPresent() && outer.get().matches(action));
  }

  @Override
  public ImmutableList<String> compress(Collection<ActionDefinition> actions) {
    return Compression.compress(actions, this);
  }

  @Override
  public ImmutableList<ResourceType> resourceTypes(String service, String arnPattern) {
    Optional<Service> known = service(service);
    if (known.isEmpty()) {
      return ImmutableList.of();
    }
    ArnShape pattern = ArnShape.ofPattern(arnPattern);
    ImmutableList.Builder<ResourceType> fitting = ImmutableList.builder();
    for (ResourceType type : known.get().resourceTypes()) {
      if (type.fits(pattern)) {
        fitting.add(type);
      }
    }
    return fitting.build();
  }

  @Override
  public ImmutableList<ArnTemplate> arns(String namespace) {
    return arns.get().get(Ascii.toLowerCase(namespace));
  }

  private ImmutableListMultimap<String, ArnTemplate> allArns() {
    ImmutableListMultimap.Builder<String, ArnTemplate> all = ImmutableListMultimap.builder();
    for (Service service : services) {
      for (ResourceType type : service.head().types()) {
        for (ArnTemplate arn : type.arns()) {
          all.put(arn.namespace(), arn);
        }
      }
    }
    return all.build();
  }

  @Override
  public Optional<ConditionKeyDefinition> conditionKey(String key) {
    return GlobalKeys.bundled().find(key).or(() -> keys.get().find(key));
  }

  /* A service may list keys with another prefix than its own, so only all of them are enough. */
  private KeyTable allKeys() {
    ImmutableList.Builder<ConditionKeyDefinition> all = ImmutableList.builder();
    all.addAll(GlobalKeys.bundled().sessionKeys());
    for (Service service : services) {
      all.addAll(service.head().keys());
    }
    return KeyTable.of(all.build());
  }

  @Override
  public ImmutableList<GlobalKey> globalKeys() {
    return GlobalKeys.bundled().all();
  }

  @Override
  public KeyScope keyScope(ActionDefinition action, String key) {
    if (action.lists(key)) {
      return KeyScope.ACTION;
    }
    return GlobalKeys.bundled().goesWithEveryAction(key) ? KeyScope.GLOBAL : KeyScope.NONE;
  }

  @Override
  public ImmutableList<String> suggest(String action) {
    return suggestions.get().suggest(action);
  }

  @Override
  public CallAuthorization actionForEvent(String eventSource, String eventName, String eventType) {
    return calls.get().event(eventSource, eventName, eventType);
  }

  @Override
  public CallAuthorization actionForOperation(String service, String operation) {
    return calls.get().operation(service, operation);
  }

  @Override
  public Optional<RetiredAction> retiredAction(String name) {
    return RetiredActions.bundled().find(name).filter(retired -> action(retired.name()).isEmpty());
  }

  @Override
  public Optional<ManagedPolicy> managedPolicy(String arnOrName) {
    return ManagedPolicies.bundled().find(arnOrName);
  }
}
