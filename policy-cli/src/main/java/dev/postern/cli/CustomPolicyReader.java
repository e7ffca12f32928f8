package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import dev.postern.cli.CustomPolicyRequest.Target;
import dev.postern.eval.ContextValue;
import dev.postern.model.ActionName;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the input of {@code aws iam simulate-custom-policy} as its option {@code --cli-input-json}
 * takes it, and refuses what AWS's command refuses. AWS: "SimulateCustomPolicy" and "ContextEntry"
 * in the IAM API Reference.
 */
final class CustomPolicyReader {
  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.of(
          "PolicyInputList",
          "PermissionsBoundaryPolicyInputList",
          "OrderedOrganizationPolicyInputList",
          "ActionNames",
          "ResourceArns",
          "ResourcePolicy",
          "ResourceOwner",
          "CallerArn",
          "ContextEntries",
          "ResourceHandlingOption",
          "MaxItems",
          "Marker");

  private static final ImmutableSet<String> ENTRY_MEMBERS =
      ImmutableSet.of("ContextKeyName", "ContextKeyValues", "ContextKeyType");

  private static final ImmutableSet<String> TYPES =
      ImmutableSet.of("string", "numeric", "boolean", "ip", "binary", "date");

  private static final String LIST = "List";

  private static final int MAX_ITEMS = 1_000;

  private static final int MAX_ITEMS_UNLESS_GIVEN = 100;

  private final ShapeReader shape;
  private final PolicyReader reader;

  private CustomPolicyReader(ShapeReader shape, PolicyReader reader) {
    this.shape = shape;
    this.reader = reader;
  }

  /** Reads it; empty, and complained about, if AWS would refuse it. */
  static Optional<CustomPolicyRequest> read(
      SourceText source, PolicyReader reader, ShapeReader shape) {
    JsonReading reading = JsonReader.within(ReadLimits.SCENARIOS).read(source);
    reading.problems().forEach(shape::refuse);
    return reading
        .value()
        .flatMap(value -> shape.object(value, "the input", MEMBERS))
        .map(input -> new CustomPolicyReader(shape, reader).read(input))
        .filter(request -> shape.isSound());
  }

  private CustomPolicyRequest read(JsonObject input) {
    shape.require(input, "PolicyInputList");
    shape.require(input, "ActionNames");
    ImmutableList<ActionName> actions =
        shape.strings(input, "ActionNames", 3, 128).stream()
            .flatMap(name -> shape.parsed(name, ActionName::of).stream())
            .collect(ImmutableList.toImmutableList());
    ImmutableList<Target> targets = new CustomPolicyTargets(shape).read(input);
    CustomPolicies policies = new CustomPolicies(shape, reader, input);
    return new CustomPolicyRequest(
        policies.read(actions, targets),
        policies.isBounded(),
        policies.isInOrganization(),
        actions,
        targets,
        context(input),
        from(input, actions.size()),
        shape.number(input, "MaxItems", 1, MAX_ITEMS).orElse(MAX_ITEMS_UNLESS_GIVEN));
  }

  private ImmutableMap<String, ContextValue> context(JsonObject input) {
    Map<String, ContextValue> context = new LinkedHashMap<>();
    for (JsonValue value : shape.list(input, "ContextEntries")) {
      shape.object(value, "a context entry", ENTRY_MEMBERS).ifPresent(entry -> add(entry, context));
    }
    if (input.get("CallerArn").isEmpty()) {
      CustomPolicyRequest.withhold(context);
    }
    return ImmutableMap.copyOf(context);
  }

  private void add(JsonObject entry, Map<String, ContextValue> context) {
    shape.require(entry, "ContextKeyName");
    shape.require(entry, "ContextKeyValues");
    ImmutableList<String> values =
        shape.strings(entry, "ContextKeyValues", 0, Integer.MAX_VALUE).stream()
            .map(JsonString::text)
            .collect(ImmutableList.toImmutableList());
    // One that is no string is complained about already.
    JsonValue given = entry.get("ContextKeyValues").orElse(entry);
    boolean one = !(given instanceof JsonArray array) || array.elements().size() == 1;
    boolean isList = isList(entry, !one);
    if (!isList && !one) {
      shape.refuse(
          ProblemCode.SCENARIO_VALUE,
          given.span(),
          "`ContextKeyValues` has not one value",
          "a type that does not end in `List` takes one");
    }
    shape
        .string(entry, "ContextKeyName", 5, 256)
        .filter(name -> isNew(name, context))
        .ifPresent(
            name ->
                context.put(
                    name.text(),
                    isList || values.size() != 1
                        ? new ContextValue.Many(values)
                        : new ContextValue.Single(values.get(0))));
  }

  private boolean isNew(JsonString name, Map<String, ContextValue> context) {
    if (context.containsKey(name.text())) {
      shape.refuse(
          ProblemCode.SCENARIO_VALUE,
          name.span(),
          "the context key `" + name.text() + "` is given twice",
          "a `…List` type takes several values");
      return false;
    }
    return true;
  }

  /** Whether the key is multivalued; one without a type is if it does not have just one value. */
  private boolean isList(JsonObject entry, boolean unlessGiven) {
    Optional<JsonString> type = shape.string(entry, "ContextKeyType", 1, 64);
    if (type.isEmpty()) {
      return unlessGiven;
    }
    String text = type.get().text();
    boolean isList = text.endsWith(LIST);
    if (!TYPES.contains(isList ? text.substring(0, text.length() - LIST.length()) : text)) {
      shape.refuse(
          ProblemCode.SCENARIO_VALUE,
          type.get().span(),
          "`" + text + "` is no type of a context key",
          "expected `" + String.join("`, `", TYPES) + "`, or one of them with `List` behind it");
    }
    return isList;
  }

  /* A marker is the number of actions answered before; nobody but us needs to know. */
  private int from(JsonObject input, int actions) {
    Optional<JsonString> marker = shape.string(input, "Marker", 1, 320);
    if (marker.isEmpty()) {
      return 0;
    }
    Integer from = Ints.tryParse(marker.get().text());
    if (from == null || from < 1 || from >= actions) {
      shape.refuse(
          ProblemCode.SCENARIO_VALUE,
          marker.get().span(),
          "`" + marker.get().text() + "` is no marker of this input",
          "expected the `Marker` of the answer before");
      return 0;
    }
    return from;
  }
}
