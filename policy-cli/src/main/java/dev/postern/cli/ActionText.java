package dev.postern.cli;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.CallAuthorization;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.ResourcePolicySupport;
import dev.postern.catalog.Service;

/** What is known of an action, for people. */
final class ActionText {
  private final StringBuilder text = new StringBuilder();

  private ActionText() {}

  /** All of it, the name first, each line ended. */
  static String whole(ActionDefinition action, Service service) {
    ActionText whole = new ActionText();
    whole.line("", action.fullName());
    whole.line("  ", "access level: " + action.level().label());
    whole.service(service);
    whole.keys("  ", action);
    if (action.resources().isEmpty()) {
      whole.line("  ", "resource types: none; a policy names it with \"Resource\": \"*\"");
    }
    action.resources().forEach(whole::resource);
    whole.dependents(action.dependentActions());
    return whole.text.toString();
  }

  /** What is checked for an operation of the API. */
  static String operation(String operation, CallAuthorization authorization) {
    ActionText text = new ActionText();
    String what = operation + " is an operation of the API and no action; ";
    if (authorization instanceof CallAuthorization.Checked checked) {
      text.line("", what + "AWS checks");
      checked.always().forEach(action -> text.line("  ", action.fullName()));
      checked
          .sometimes()
          .forEach(action -> text.line("  ", action.fullName() + ", depending on the call"));
    } else {
      text.line("", what + "AWS asks no policy");
    }
    return text.text.toString();
  }

  /** {@code yes}, {@code shared} or {@code no}. */
  static String word(ResourcePolicySupport support) {
    return Ascii.toLowerCase(support.name());
  }

  private void line(String indent, String content) {
    text.append(indent).append(Visible.line(content)).append('\n');
  }

  private void service(Service service) {
    line("  ", "service: " + service.displayName());
    ImmutableList<String> writing = service.resourcePolicyActions();
    line(
        "  ",
        "resource policies: "
            + word(service.resourcePolicies())
            + (writing.isEmpty() ? "" : ", written by:"));
    writing.forEach(action -> line("    ", action));
    line(
        "  ",
        "resource control policies: " + (service.supportsResourceControlPolicies() ? "yes" : "no"));
  }

  private void keys(String indent, ActionDefinition action) {
    if (!action.ownConditionKeys().isEmpty()) {
      line(indent, "condition keys:");
      keys(KeysByName.of(action.ownConditionKeys()));
    }
  }

  private void resource(ActionResource resource) {
    line(
        "  ",
        "resource type " + resource.type().name() + (resource.isRequired() ? ", required:" : ":"));
    resource.type().arns().forEach(arn -> line("    ", arn.text()));
    keys(KeysByName.of(resource));
  }

  private void keys(ImmutableSortedSet<ConditionKeyDefinition> keys) {
    int width = keys.stream().mapToInt(key -> key.name().length()).max().orElse(0);
    for (ConditionKeyDefinition key : keys) {
      line(
          "    ",
          Strings.padEnd(key.name(), width + 2, ' ')
              + key.type().label()
              + (key.isMultivalued() ? ", multi-valued" : ""));
    }
  }

  private void dependents(ImmutableList<String> actions) {
    if (!actions.isEmpty()) {
      line("  ", "also needs, as of " + ActionDefinition.DEPENDENT_ACTIONS_AS_OF + ":");
      actions.forEach(action -> line("    ", action));
    }
  }
}
