package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.Service;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.NearestName;
import java.util.Optional;

/**
 * A condition key that the catalog does not have: one of all requests, of a service, or of a
 * service that does not exist. No request holds it. AWS: "AWS global condition context keys";
 * "Actions, resources, and condition keys for AWS services".
 */
final class ConditionKeyUnknown implements ConditionRule {
  /* What stands before the colon of a provider of identities is a domain name, with or without a path. */
  private static final CharMatcher OF_PROVIDERS = CharMatcher.anyOf("./");
  private static final CharMatcher OF_OTHER_RULES =
      CharMatcher.anyOf("${").or(CharMatcher.whitespace());

  /** To whom a key belongs, by its prefix. */
  private enum Owner {
    AWS,
    SERVICE,
    NOBODY
  }

  private final RuleInfo info;
  private final Owner owner;

  private ConditionKeyUnknown(RuleInfo info, Owner owner) {
    this.info = info;
    this.owner = owner;
  }

  static Rule global() {
    return new ConditionKeyUnknown(
        RuleInfo.error("condition-key-global-unknown", "there is no such global condition key")
            .issueCode("INVALID_GLOBAL_CONDITION_KEY")
            .peers("parliament:UNKNOWN_CONDITION_FOR_ACTION", "boogy:invalid_condition_key"),
        Owner.AWS);
  }

  static Rule service() {
    return new ConditionKeyUnknown(
        RuleInfo.error("condition-key-service-unknown", "the service has no such condition key")
            .issueCode("INVALID_SERVICE_CONDITION_KEY")
            .peers("parliament:UNKNOWN_CONDITION_FOR_ACTION", "boogy:invalid_condition_key"),
        Owner.SERVICE);
  }

  static Rule prefix() {
    return new ConditionKeyUnknown(
        RuleInfo.error(
                "condition-key-prefix-unknown", "no service has the prefix of the condition key")
            .issueCode("INVALID_SERVICE")
            .peers("parliament:UNKNOWN_CONDITION_FOR_ACTION"),
        Owner.NOBODY);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    Catalog catalog = policy.catalog();
    KeyUse.of(condition, policy)
        .filter(use -> use.definition().isEmpty() && isOurs(use.key(), statement.value(), policy))
        .ifPresent(
            use -> {
              Optional<String> meant = meant(use.key(), catalog);
              Findings.Draft draft =
                  findings
                      .at(use.keySpan())
                      .message(
                          "`"
                              + use.key().text()
                              + "` is not in the catalog of "
                              + catalog.info().dataDate()
                              + nobody(use.key()))
                      .advice(
                          meant
                              .map(name -> "did you mean `" + name + "`?")
                              .orElse("no request holds the key; take the test out or correct it"));
              meant
                  .filter(name -> !name.contains("${"))
                  .flatMap(name -> NameEdit.key(Fix.Kind.OFFER, use, statement.value(), name))
                  .ifPresent(draft::fix);
              draft.add();
            });
  }

  private String nobody(ConditionKey key) {
    return owner == Owner.NOBODY ? ", which has no service `" + key.service() + "`" : "";
  }

  private boolean isOurs(ConditionKey key, Statement statement, LintedPolicy policy) {
    String prefix = key.service();
    if (prefix.isEmpty()
        || OF_PROVIDERS.matchesAnyOf(prefix)
        || OF_OTHER_RULES.matchesAnyOf(key.text())
        || KeysBesideCatalog.bundled().has(key)
        || TagKeyFamily.isWithoutKey(key, policy.catalog())) {
      return false;
    }
    return owner == ownerOf(prefix, policy.catalog())
        // A statement for actions that do not exist is told so once, at the actions.
        && (owner != Owner.NOBODY || !actsOn(prefix, statement));
  }

  private static Owner ownerOf(String prefix, Catalog catalog) {
    if (prefix.equals("aws")) {
      return Owner.AWS;
    }
    return catalog.service(prefix).isPresent() || !keysOf(prefix, catalog).isEmpty()
        ? Owner.SERVICE
        : Owner.NOBODY;
  }

  private static boolean actsOn(String prefix, Statement statement) {
    return statement.action().value().patterns().stream()
        .anyMatch(
            action ->
                action.value().text().regionMatches(true, 0, prefix + ":", 0, prefix.length() + 1));
  }

  private Optional<String> meant(ConditionKey key, Catalog catalog) {
    return switch (owner) {
      case AWS ->
          NearestName.of(
              key.text(),
              catalog.globalKeys().stream()
                  .map(global -> global.definition().name())
                  .collect(toImmutableList()));
      case SERVICE -> NearestName.of(key.text(), keysOf(key.service(), catalog));
      case NOBODY ->
          NearestName.of(
                  key.service(),
                  catalog.services().stream().map(Service::prefix).collect(toImmutableList()))
              .map(prefix -> prefix + key.text().substring(key.service().length()))
              .filter(name -> KeyUse.definition(new ConditionKey(name), catalog).isPresent());
    };
  }

  /* Some services list keys with the prefix of another, or with one that is no service's. */
  private static ImmutableList<String> keysOf(String prefix, Catalog catalog) {
    ImmutableList<Service> services =
        catalog.service(prefix).map(ImmutableList::of).orElseGet(catalog::services);
    return services.stream()
        .flatMap(service -> service.conditionKeys().stream())
        .map(ConditionKeyDefinition::name)
        .filter(name -> name.regionMatches(true, 0, prefix + ":", 0, prefix.length() + 1))
        .distinct()
        .collect(toImmutableList());
  }
}
