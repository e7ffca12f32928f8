package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import java.util.function.Predicate;

/** The actions that a pattern matches. */
final class Expansion {
  private final Glob service;
  private final Glob name;
  private final String serviceText;
  private final String head;

  private Expansion(ActionPattern pattern) {
    this.serviceText = pattern.servicePattern();
    this.service = Glob.of(serviceText);
    String nameText = pattern.namePattern();
    this.name = Glob.of(nameText);
    this.head = nameText.substring(0, headLength(nameText));
  }

  static Expansion of(ActionPattern pattern) {
    return new Expansion(pattern);
  }

  private static int headLength(String pattern) {
    int length = 0;
    while (length < pattern.length()
        && pattern.charAt(length) != '*'
        && pattern.charAt(length) != '?') {
      length++;
    }
    return length;
  }

  boolean matches(ActionDefinition action) {
    return service.matches(action.service()) && name.matches(action.foldedName());
  }

  /** All that match, by service and name. */
  ImmutableList<ActionDefinition> all(Catalog catalog) {
    if (service.isLiteral() && name.matchesEverything()) {
      return catalog.service(serviceText).map(Service::actions).orElse(ImmutableList.of());
    }
    if (service.isLiteral() && name.isLiteral()) {
      return catalog
          .service(serviceText)
          .flatMap(known -> known.action(head))
          .map(ImmutableList::of)
          .orElse(ImmutableList.of());
    }
    ImmutableList.Builder<ActionDefinition> matched = ImmutableList.builder();
    whileAccepted(
        catalog,
        action -> {
          matched.add(action);
          return true;
        });
    return matched.build();
  }

  /** Hands out what matches, by service and name, as long as it is accepted; true if all was. */
  boolean whileAccepted(Catalog catalog, Predicate<ActionDefinition> accepts) {
    for (Service each : candidates(catalog)) {
      if (service.matches(each.prefix()) && !whileAccepted(each, accepts)) {
        return false;
      }
    }
    return true;
  }

  private ImmutableList<Service> candidates(Catalog catalog) {
    return service.isLiteral()
        ? catalog.service(serviceText).map(ImmutableList::of).orElse(ImmutableList.of())
        : catalog.services();
  }

  /* Names stand in order, so those with the literal head of the pattern stand together. */
  private boolean whileAccepted(Service each, Predicate<ActionDefinition> accepts) {
    ImmutableList<ActionDefinition> actions = each.actions();
    for (int i = Service.firstNotBefore(actions, head); i < actions.size(); i++) {
      ActionDefinition action = actions.get(i);
      if (!action.foldedName().startsWith(head)) {
        break;
      }
      if (name.matches(action.foldedName()) && !accepts.test(action)) {
        return false;
      }
    }
    return true;
  }
}
