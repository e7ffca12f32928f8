package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.ArnTemplate;
import dev.postern.catalog.CallAuthorization;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.Service;
import dev.postern.model.json.JsonWriter;
import java.util.Collection;

/** Actions as JSON, one line each. The members are a promise: {@code docs/catalog.md}. */
final class ActionJson {
  private final JsonWriter json = JsonWriter.compact().beginObject();

  private ActionJson() {}

  /** The names of what is known of an action. */
  static String summary(ActionDefinition action) {
    ActionJson summary = new ActionJson();
    summary.names(action);
    return summary.json.endObject().text();
  }

  /** The same, and all the rest. */
  static String whole(ActionDefinition action, Service service) {
    ActionJson whole = new ActionJson();
    whole.names(action);
    whole.json.member("dependentActionsAsOf", ActionDefinition.DEPENDENT_ACTIONS_AS_OF.toString());
    whole.service(service);
    whole.keys("ownConditionKeys", KeysByName.of(action.ownConditionKeys()));
    whole.json.name("resources").beginArray();
    action.resources().forEach(whole::resource);
    return whole.json.endArray().endObject().text();
  }

  /** What is checked for an operation of the API. */
  static String operation(String operation, CallAuthorization authorization) {
    ImmutableList<ActionDefinition> always = ImmutableList.of();
    ImmutableList<ActionDefinition> sometimes = ImmutableList.of();
    if (authorization instanceof CallAuthorization.Checked checked) {
      always = checked.always();
      sometimes = checked.sometimes();
    }
    JsonWriter json = JsonWriter.compact().beginObject().member("operation", operation);
    json.member("isChecked", authorization instanceof CallAuthorization.Checked);
    json.member("checkedActions", names(always));
    return json.member("sometimesCheckedActions", names(sometimes)).endObject().text();
  }

  private static ImmutableList<String> names(ImmutableList<ActionDefinition> actions) {
    return actions.stream()
        .map(ActionDefinition::fullName)
        .collect(ImmutableList.toImmutableList());
  }

  private void names(ActionDefinition action) {
    json.member("action", action.fullName()).member("level", action.level().label());
    json.name("resourceTypes").beginArray();
    action.resources().forEach(resource -> json.value(resource.type().name()));
    json.endArray().name("conditionKeys").beginArray();
    KeysByName.of(action.conditionKeys()).forEach(key -> json.value(key.name()));
    json.endArray().member("dependentActions", action.dependentActions());
  }

  private void service(Service service) {
    json.name("service").beginObject().member("prefix", service.prefix());
    json.member("name", service.displayName());
    json.member("resourcePolicies", ActionText.word(service.resourcePolicies()));
    json.member("resourcePolicyActions", service.resourcePolicyActions());
    json.member("resourceControlPolicies", service.supportsResourceControlPolicies()).endObject();
  }

  private void resource(ActionResource resource) {
    json.beginObject().member("type", resource.type().name());
    json.member("required", resource.isRequired());
    json.name("arns").beginArray();
    resource.type().arns().stream().map(ArnTemplate::text).forEach(json::value);
    json.endArray();
    keys("conditionKeys", KeysByName.of(resource));
    json.endObject();
  }

  private void keys(String name, Collection<ConditionKeyDefinition> keys) {
    json.name(name).beginArray();
    for (ConditionKeyDefinition key : keys) {
      json.beginObject().member("key", key.name()).member("type", key.type().label());
      json.member("multivalued", key.isMultivalued()).endObject();
    }
    json.endArray();
  }
}
