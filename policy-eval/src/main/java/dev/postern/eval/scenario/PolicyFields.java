package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.RequestedResource;
import dev.postern.eval.UnsupportedPolicyException;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.ProblemCode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code policies}: inline, with a name, or as the path of a file. */
final class PolicyFields {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of(
          "identity",
          "permissionsBoundary",
          "session",
          "resource",
          "accessPoint",
          "serviceControl",
          "resourceControl",
          "vpcEndpoint",
          "kmsGrants");

  private final Fields fields;
  private final PolicyReader reader;
  private final Path folder;

  PolicyFields(Fields fields, PolicyReader reader, Path folder) {
    this.fields = fields;
    this.reader = reader;
    this.folder = folder;
  }

  PolicySet read(JsonObject policies, Optional<AuthorizationRequest> request) {
    fields.refuseUnknown(policies, "`policies`", FIELDS);
    PolicySet set = PolicySet.EMPTY;
    int index = 0;
    for (JsonValue value : fields.list(policies, "identity")) {
      String name = "identity[" + index++ + "]";
      Optional<CompiledPolicy> policy = compiled(value, PolicyType.IDENTITY, name);
      set = policy.isPresent() ? set.withIdentity(policy.get()) : set;
    }
    Optional<JsonValue> resource = policies.get("resource");
    if (resource.isPresent()) {
      PolicyType type = request.map(PolicyFields::typeOf).orElse(PolicyType.RESOURCE);
      Optional<CompiledPolicy> policy = compiled(resource.get(), type, "resource");
      set = policy.isPresent() ? withResource(set, policy.get()) : set;
    }
    undecided(policies);
    return set;
  }

  private PolicySet withResource(PolicySet set, CompiledPolicy policy) {
    try {
      return set.withResource(policy);
    } catch (UnsupportedPolicyException e) {
      fields.addAll(ImmutableList.of(e.problem()));
      return set;
    }
  }

  /** The type of the policy that the requested resource carries. */
  private static PolicyType typeOf(AuthorizationRequest request) {
    String service =
        request.resource() instanceof RequestedResource.Named named
            ? named.arn().service()
            : request.action().service();
    return switch (service) {
      case "s3" -> PolicyType.resource("AWS::S3::Bucket");
      case "kms" -> PolicyType.KMS_KEY;
      case "iam" -> PolicyType.TRUST;
      default -> PolicyType.RESOURCE;
    };
  }

  /* Read, so that an error in them is told; then refused, since nothing decides by them yet. */
  private void undecided(JsonObject policies) {
    undecided(policies, "permissionsBoundary", PolicyType.PERMISSIONS_BOUNDARY);
    undecided(policies, "session", PolicyType.SESSION);
    undecided(policies, "accessPoint", PolicyType.resource("AWS::S3::AccessPoint"));
    undecided(policies, "serviceControl", PolicyType.SERVICE_CONTROL);
    undecided(policies, "resourceControl", PolicyType.RESOURCE_CONTROL);
    undecided(policies, "vpcEndpoint", PolicyType.VPC_ENDPOINT);
    policies
        .get("kmsGrants")
        .filter(value -> !isEmptyList(value))
        .ifPresent(value -> fields.unsupported(value.span(), "`kmsGrants`"));
  }

  private void undecided(JsonObject policies, String field, PolicyType type) {
    Optional<JsonValue> value = policies.get(field);
    if (value.isPresent() && !isEmptyList(value.get())) {
      each(value.get(), type, field);
      fields.unsupported(value.get().span(), "`" + field + "`");
    }
  }

  private void each(JsonValue value, PolicyType type, String name) {
    if (value instanceof JsonArray array) {
      array.elements().forEach(element -> each(element, type, name));
    } else {
      compiled(value, type, name);
    }
  }

  private static boolean isEmptyList(JsonValue value) {
    return value instanceof JsonArray array && array.elements().isEmpty();
  }

  private Optional<CompiledPolicy> compiled(JsonValue value, PolicyType type, String name) {
    if (value instanceof JsonString path) {
      return fromFile(path, type).flatMap(this::compiled);
    }
    Optional<JsonObject> object = fields.object(value, "a policy");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    if (object.get().get("document").isEmpty()) {
      return compiled(reader.examine(value, type)).map(policy -> policy.named(name));
    }
    return named(object.get(), type, name);
  }

  private Optional<CompiledPolicy> named(JsonObject object, PolicyType type, String fallback) {
    fields.refuseUnknown(object, "a policy", ImmutableSet.of("name", "arn", "document"));
    Optional<String> name = fields.string(object, "name");
    Optional<String> arn = fields.string(object, "arn");
    return object
        .get("document")
        .flatMap(document -> compiled(document, type, name.orElse(fallback)))
        .map(policy -> name.map(policy::named).orElse(policy))
        .map(policy -> arn.map(policy::withArn).orElse(policy));
  }

  private Optional<PolicyReading> fromFile(JsonString path, PolicyType type) {
    try {
      return Optional.of(reader.examine(folder.resolve(path.text()).normalize(), type));
    } catch (IOException | InvalidPathException e) {
      fields.add(
          ProblemCode.SCENARIO_FILE,
          path.span(),
          "the policy file `" + path.text() + "` cannot be read",
          "paths are relative to the scenario's file");
      return Optional.empty();
    }
  }

  private Optional<CompiledPolicy> compiled(PolicyReading reading) {
    if (reading.document().isEmpty()) {
      fields.addAll(
          reading.problems().stream().filter(problem -> problem.code().refuses()).toList());
      return Optional.empty();
    }
    try {
      return Optional.of(CompiledPolicy.of(reading.orThrow()).noting(reading.problems()));
    } catch (UnsupportedPolicyException e) {
      fields.addAll(ImmutableList.of(e.problem()));
      return Optional.empty();
    }
  }
}
