package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * What exists at AWS, as of a date. Not being in the catalog is no proof that something does not
 * exist: AWS adds actions daily, and {@link CatalogInfo#dataDate} says how old the facts are.
 *
 * <p>Names are taken in any letter case and given in AWS's. A catalog is read service by service
 * when asked, may be shared between threads, and never touches the network. Each method throws a
 * {@link CatalogException} if the part of the catalog that it needs is damaged.
 */
public interface Catalog {
  /**
   * The catalog that comes with the library; the same one each time.
   *
   * @throws CatalogException if it is missing or damaged
   */
  static Catalog bundled() {
    return FileCatalog.bundled();
  }

  /**
   * A newer catalog, in a file of the same format.
   *
   * @throws IOException if the file cannot be read
   * @throws CatalogException if it is not a catalog, or damaged
   */
  static Catalog load(Path file) throws IOException {
    return FileCatalog.load(file);
  }

  /** Which catalog this is. */
  CatalogInfo info();

  /** All services, by prefix. */
  ImmutableList<Service> services();

  /** The service with this prefix, such as {@code s3}. */
  Optional<Service> service(String prefix);

  /** The action of this name, such as {@code s3:GetObject}. */
  Optional<ActionDefinition> action(String name);

  /**
   * The actions that a pattern matches, by service and name, each once. {@code *} matches any run
   * of characters and {@code ?} exactly one, in the service and in the name; {@code *} alone
   * matches every action. None for what is not an action pattern.
   */
  ImmutableList<ActionDefinition> expand(String pattern);

  /** Whether a pattern matches an action. */
  boolean matchesAny(String pattern);

  /** Whether each action that exists and is matched by the one pattern is matched by the other. */
  boolean covers(String pattern, String other);

  /**
   * Patterns that match these actions and no other that exists, as few as can be found, by service
   * and name. A wildcard stands for whole words of a name, so {@code s3:Get*} and not {@code
   * s3:Ge*}.
   */
  ImmutableList<String> compress(Collection<ActionDefinition> actions);

  /** The types of resource of a service of which some ARN matches a pattern, by name. */
  ImmutableList<ResourceType> resourceTypes(String service, String arnPattern);

  /**
   * What ARNs look like that have this, letter case aside, in the place of the service. It may be
   * no prefix of actions, such as {@code catalog}, and any service may list such an ARN.
   */
  ImmutableList<ArnTemplate> arns(String namespace);

  /**
   * The condition key of this name, be it of a service or global. {@code aws:ResourceTag/team}
   * gives {@code aws:ResourceTag/${TagKey}}. Where services differ on a key that is not their own,
   * the answer is the one that takes more values.
   */
  Optional<ConditionKeyDefinition> conditionKey(String key);

  /** Keys that go with requests to all services, by name. */
  ImmutableList<GlobalKey> globalKeys();

  /** Whether a key goes with an action. */
  KeyScope keyScope(ActionDefinition action, String key);

  /**
   * Actions, or patterns, that the author of one that does not exist most likely meant; at most
   * three, the likeliest first.
   */
  ImmutableList<String> suggest(String action);

  /**
   * The actions that were checked for a call that CloudTrail recorded. AWS: "CloudTrail record
   * contents".
   *
   * @param eventSource such as {@code s3.amazonaws.com}
   * @param eventName such as {@code ListBuckets}
   * @param eventType such as {@code AwsApiCall}; only such events are calls
   */
  CallAuthorization actionForEvent(String eventSource, String eventName, String eventType);

  /**
   * The actions that are checked for an operation of a service's API.
   *
   * @param service a service prefix, or the name under which the API's requests are signed or its
   *     endpoint is found, such as {@code monitoring}
   * @param operation such as {@code PutMetricData}
   */
  CallAuthorization actionForOperation(String service, String operation);

  /** The action of this name if AWS once listed it and does no longer. */
  Optional<RetiredAction> retiredAction(String name);

  /** The policy of AWS with this ARN, or with this name. */
  Optional<ManagedPolicy> managedPolicy(String arnOrName);
}
