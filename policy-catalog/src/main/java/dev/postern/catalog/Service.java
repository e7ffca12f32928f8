package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A service that has actions. Its part of the catalog is read when something of it is first asked.
 * AWS: "Actions, resources, and condition keys for AWS services".
 */
public final class Service {
  private final CatalogFile file;
  private final int index;
  private final String prefix;
  private final Lazy<ServiceFacts> facts =
      new Lazy<>() {
        @Override
        ServiceFacts make() {
          return ServiceReader.read(file.name(), prefix, file.lines(index), actionCount());
        }
      };
  private final Lazy<KeyTable> keys =
      new Lazy<>() {
        @Override
        KeyTable make() {
          return KeyTable.of(conditionKeys());
        }
      };

  Service(CatalogFile file, int index) {
    this.file = file;
    this.index = index;
    this.prefix = file.prefix(index);
  }

  /** Its prefix in policies, in lower case, such as {@code s3}. */
  public String prefix() {
    return prefix;
  }

  /** The name that AWS gives it, such as {@code Amazon S3}. */
  public String displayName() {
    String line = introduction();
    int from = nameFrom();
    int to = line.indexOf('\t', from);
    return line.substring(from, to < 0 ? line.length() : to);
  }

  /** Whether resource control policies apply to its resources, as of the catalog's date. */
  public boolean supportsResourceControlPolicies() {
    return flags().indexOf('r') >= 0;
  }

  /** Whether its resources have policies of their own. */
  public ResourcePolicySupport resourcePolicies() {
    if (flags().indexOf('p') >= 0) {
      return ResourcePolicySupport.YES;
    }
    return flags().indexOf('q') >= 0 ? ResourcePolicySupport.SHARED : ResourcePolicySupport.NO;
  }

  private String flags() {
    String line = introduction();
    int tab = line.indexOf('\t', nameFrom());
    return tab < 0 ? "" : line.substring(tab + 1);
  }

  private int nameFrom() {
    return "S\t".length() + prefix.length() + 1;
  }

  private String introduction() {
    String line = file.firstLine(index);
    if (!line.startsWith("S\t" + prefix + "\t")) {
      throw new CatalogException(file.name() + ": `" + prefix + "` does not begin with its name");
    }
    return line;
  }

  /** The full names of the actions that write such policies; not all are of this service. */
  public ImmutableList<String> resourcePolicyActions() {
    return ResourcePolicies.bundled().writingActions(prefix);
  }

  /** Its actions, by name. */
  public ImmutableList<ActionDefinition> actions() {
    return facts.get().actions();
  }

  /** How many actions it has. */
  int actionCount() {
    return file.actions(index);
  }

  /** Its action of this name, such as {@code GetObject}. */
  public Optional<ActionDefinition> action(String name) {
    ImmutableList<ActionDefinition> actions = actions();
    String folded = Ascii.toLowerCase(name);
    int at = firstNotBefore(actions, folded);
    return at < actions.size() && actions.get(at).foldedName().equals(folded)
        ? Optional.of(actions.get(at))
        : Optional.empty();
  }

  /** Where the first action stands whose name in lower case is not before a text. */
  static int firstNotBefore(ImmutableList<ActionDefinition> actions, String folded) {
    int low = 0;
    int high = actions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (actions.get(middle).foldedName().compareTo(folded) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * What it lists besides its actions, read for this question: whoever asks all services needs not
   * have all actions read.
   */
  ServiceFacts head() {
    return ServiceReader.head(file.name(), prefix, file.lines(index));
  }

  /** Its types of resource, by name. */
  public ImmutableList<ResourceType> resourceTypes() {
    return facts.get().types();
  }

  /** Its type of resource of this name, such as {@code object}. */
  public Optional<ResourceType> resourceType(String name) {
    return resourceTypes().stream().filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The condition keys that it lists, by name; some bear the prefix of another. */
  public ImmutableList<ConditionKeyDefinition> conditionKeys() {
    return facts.get().keys();
  }

  /** The one of its condition keys that this is, or is an example of. */
  public Optional<ConditionKeyDefinition> conditionKey(String key) {
    return keys.get().find(key);
  }

  @Override
  public String toString() {
    return prefix;
  }
}
