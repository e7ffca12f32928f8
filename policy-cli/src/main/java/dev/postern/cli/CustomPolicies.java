package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.cli.CustomPolicyRequest.Target;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.RequestedResource;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the policies of a simulation. Each is a JSON text inside a JSON string, and is called by
 * its member and its place there, counted from 1, as AWS's answer calls it.
 */
final class CustomPolicies {
  private static final String IDENTITY = "PolicyInputList";

  private static final String BOUNDARY = "PermissionsBoundaryPolicyInputList";

  private static final String RESOURCE = "ResourcePolicy";

  private static final String LEVELS = "OrderedOrganizationPolicyInputList";

  private static final ImmutableSet<String> LEVEL_MEMBERS =
      ImmutableSet.of("ServiceControlPolicyInputList");

  private static final int LONGEST = 131_072;

  private final ShapeReader shape;
  private final PolicyReader reader;
  private final JsonObject input;

  CustomPolicies(ShapeReader shape, PolicyReader reader, JsonObject input) {
    this.shape = shape;
    this.reader = reader;
    this.input = input;
  }

  boolean isBounded() {
    return isGiven(BOUNDARY);
  }

  boolean isInOrganization() {
    return isGiven(LEVELS);
  }

  /** Whether AWS lists the keys that a statement of this policy asks for: not of organizations. */
  static boolean isListed(String policy) {
    return !policy.startsWith(LEVELS);
  }

  private boolean isGiven(String member) {
    return input.get(member).orElse(input) instanceof JsonArray array
        && !array.elements().isEmpty();
  }

  PolicySet read(ImmutableList<ActionName> actions, ImmutableList<Target> targets) {
    PolicySet policies = PolicySet.EMPTY;
    for (CompiledPolicy policy : policies(input, IDENTITY, IDENTITY, PolicyType.IDENTITY)) {
      policies = policies.withIdentity(policy);
    }
    for (CompiledPolicy policy : boundary()) {
      policies = policies.withPermissionsBoundary(policy);
    }
    int level = 0;
    for (JsonValue value : shape.list(input, LEVELS)) {
      policies = policies.withServiceControlLevel(level(value, ++level));
    }
    Optional<CompiledPolicy> resource = resource(actions, targets);
    return resource.isPresent() ? policies.withResource(resource.get()) : policies;
  }

  private ImmutableList<CompiledPolicy> boundary() {
    if (input.get(BOUNDARY).orElse(input) instanceof JsonArray given
        && given.elements().size() > 1) {
      shape.refuse(
          ProblemCode.SCENARIO_VALUE,
          given.elements().get(1).span(),
          "`" + BOUNDARY + "` has " + given.elements().size() + " policies",
          "a user or role has one permissions boundary");
    }
    return policies(input, BOUNDARY, BOUNDARY, PolicyType.PERMISSIONS_BOUNDARY);
  }

  private ImmutableList<CompiledPolicy> level(JsonValue value, int number) {
    String name = LEVELS + "." + number + ".ServiceControlPolicyInputList";
    return shape
        .object(value, "a level", LEVEL_MEMBERS)
        .map(
            level ->
                policies(level, "ServiceControlPolicyInputList", name, PolicyType.SERVICE_CONTROL))
        .orElse(ImmutableList.of());
  }

  private ImmutableList<CompiledPolicy> policies(
      JsonObject object, String member, String name, PolicyType type) {
    ImmutableList.Builder<CompiledPolicy> policies = ImmutableList.builder();
    int number = 0;
    for (JsonString text : shape.strings(object, member, 1, LONGEST)) {
      compiled(text, name + "." + ++number, type).ifPresent(policies::add);
    }
    return policies.build();
  }

  private Optional<CompiledPolicy> resource(
      ImmutableList<ActionName> actions, ImmutableList<Target> targets) {
    Optional<JsonString> text = shape.string(input, RESOURCE, 1, LONGEST);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (input.get("CallerArn").isEmpty()) {
      shape.refuse(
          ProblemCode.SCENARIO_MISSING_FIELD,
          text.get().span(),
          "`ResourcePolicy` without `CallerArn`",
          "its principals need somebody to match");
    }
    ImmutableSet<String> services =
        targets.stream()
            .flatMap(target -> services(target, actions))
            .collect(ImmutableSet.toImmutableSet());
    if (services.size() > 1) {
      shape.refuse(
          ProblemCode.SCENARIO_CONTRADICTION,
          text.get().span(),
          "one `ResourcePolicy` for resources of `" + String.join("` and `", services) + "`",
          "it has to apply to all resources of the simulation");
    }
    return compiled(text.get(), RESOURCE, type(services));
  }

  private static Stream<String> services(Target target, ImmutableList<ActionName> actions) {
    return target.resource() instanceof RequestedResource.Named named
        ? Stream.of(named.arn().service())
        : actions.stream().map(ActionName::service);
  }

  private static PolicyType type(ImmutableSet<String> services) {
    return switch (services.stream().findFirst().orElse("")) {
      case "s3" -> PolicyType.resource("AWS::S3::Bucket");
      case "kms" -> PolicyType.KMS_KEY;
      case "iam" -> PolicyType.TRUST;
      default -> PolicyType.RESOURCE;
    };
  }

  private Optional<CompiledPolicy> compiled(JsonString text, String name, PolicyType type) {
    PolicyReading reading = reader.examine(SourceText.of(name, text.text()), type);
    if (reading.document().isEmpty()) {
      reading.problems().stream()
          .filter(problem -> problem.code().refuses())
          .forEach(problem -> shape.refuseWithin(text, problem));
      return Optional.empty();
    }
    return reading
        .document()
        .map(document -> CompiledPolicy.of(document).noting(reading.problems()));
  }
}
