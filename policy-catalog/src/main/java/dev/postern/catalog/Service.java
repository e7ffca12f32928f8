package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A service that has actions. AWS: "Actions, resources, and condition keys for AWS services". */
public final class Service {
  private final String prefix;

  Service(String prefix) {
    this.prefix = prefix;
  }

  /** Its prefix in policies, in lower case, such as {@code s3}. */
  public String prefix() {
    return prefix;
  }

  /** The name that AWS gives it, such as {@code Amazon S3}. */
  public String displayName() {
    throw new CatalogException("not yet");
  }

  /** Whether resource control policies apply to its resources, as of the catalog's date. */
  public boolean supportsResourceControlPolicies() {
    throw new CatalogException("not yet");
  }

  /** Whether its resources have policies of their own. */
  public ResourcePolicySupport resourcePolicies() {
    throw new CatalogException("not yet");
  }

  /** The full names of the actions that write such policies, by name. */
  public ImmutableList<String> resourcePolicyActions() {
    throw new CatalogException("not yet");
  }

  /** Its actions, by name. */
  public ImmutableList<ActionDefinition> actions() {
    throw new CatalogException("not yet");
  }

  /** Its action of this name, such as {@code GetObject}. */
  public Optional<ActionDefinition> action(String name) {
    throw new CatalogException("not yet");
  }

  /** Its types of resource, by name. */
  public ImmutableList<ResourceType> resourceTypes() {
    throw new CatalogException("not yet");
  }

  /** The condition keys that it lists, by name; some bear the prefix of another. */
  public ImmutableList<ConditionKeyDefinition> conditionKeys() {
    throw new CatalogException("not yet");
  }

  /** The one of its condition keys that this is, or is an example of. */
  public Optional<ConditionKeyDefinition> conditionKey(String key) {
    throw new CatalogException("not yet");
  }
}
