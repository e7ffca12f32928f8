package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.Authorization;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.KmsGrant;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import dev.postern.model.json.Fields;
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
  private final PolicyFiles files;
  private final Path folder;

  PolicyFields(Fields fields, PolicyReader reader, PolicyFiles files, Path folder) {
    this.fields = fields;
    this.reader = reader;
    this.files = files;
    this.folder = folder;
  }

  PolicySet read(JsonObject policies, Optional<AuthorizationRequest> request) {
    fields.refuseUnknown(policies, "`policies`", FIELDS);
    PolicySet set = PolicySet.EMPTY;
    for (CompiledPolicy policy : list(policies, "identity", PolicyType.IDENTITY)) {
      set = set.withIdentity(policy);
    }
    for (CompiledPolicy policy : list(policies, "session", PolicyType.SESSION)) {
      set = set.withSession(policy);
    }
    PolicyType resource = request.map(PolicyFields::typeOf).orElse(PolicyType.RESOURCE);
    set = one(policies, "resource", resource).map(set::withResource).orElse(set);
    set =
        one(policies, "permissionsBoundary", PolicyType.PERMISSIONS_BOUNDARY)
            .map(set::withPermissionsBoundary)
            .orElse(set);
    set =
        one(policies, "accessPoint", PolicyType.resource("AWS::S3::AccessPoint"))
            .map(set::withAccessPoint)
            .orElse(set);
    set =
        one(policies, "vpcEndpoint", PolicyType.VPC_ENDPOINT).map(set::withVpcEndpoint).orElse(set);
    for (ImmutableList<CompiledPolicy> level :
        levels(policies, "serviceControl", PolicyType.SERVICE_CONTROL)) {
      set = set.withServiceControlLevel(level);
    }
    for (ImmutableList<CompiledPolicy> level :
        levels(policies, "resourceControl", PolicyType.RESOURCE_CONTROL)) {
      set = set.withResourceControlLevel(level);
    }
    for (JsonValue grant : fields.list(policies, "kmsGrants")) {
      Optional<KmsGrant> read =
          fields.object(grant, "a grant").flatMap(object -> new GrantFields(fields).read(object));
      set = read.map(set::withKmsGrant).orElse(set);
    }
    return set;
  }

  /**
   * A further authorization of the same call with its policies: those of the first one, but for the
   * resource's, which is another's where one is given or where the service is another.
   */
  Authorization also(
      JsonObject also, AuthorizationRequest request, AuthorizationRequest first, PolicySet set) {
    Optional<JsonValue> own = also.get("resourcePolicy");
    if (own.isPresent()) {
      PolicySet others =
          compiled(own.get(), typeOf(request), "resourcePolicy").map(set::withResource).orElse(set);
      return new Authorization(request, others);
    }
    boolean sameService = request.action().service().equals(first.action().service());
    return new Authorization(request, sameService ? set : set.withoutResource());
  }

  private Optional<CompiledPolicy> one(JsonObject policies, String field, PolicyType type) {
    return policies.get(field).flatMap(value -> compiled(value, type, field));
  }

  private ImmutableList<CompiledPolicy> list(JsonObject policies, String field, PolicyType type) {
    return list(fields.list(policies, field), field, type);
  }

  private ImmutableList<CompiledPolicy> list(
      ImmutableList<JsonValue> values, String name, PolicyType type) {
    ImmutableList.Builder<CompiledPolicy> all = ImmutableList.builder();
    for (int i = 0; i < values.size(); i++) {
      compiled(values.get(i), type, name + "[" + i + "]").ifPresent(all::add);
    }
    return all.build();
  }

  private ImmutableList<ImmutableList<CompiledPolicy>> levels(
      JsonObject policies, String field, PolicyType type) {
    ImmutableList.Builder<ImmutableList<CompiledPolicy>> levels = ImmutableList.builder();
    ImmutableList<JsonValue> values = fields.list(policies, field);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof JsonArray level) {
        levels.add(list(level.elements(), field + "[" + i + "]", type));
      } else {
        fields.wrongType(values.get(i), "a level of `" + field + "`", "an array of policies");
      }
    }
    return levels.build();
  }

  /** The type of the policy that the requested resource carries. */
  private static PolicyType typeOf(AuthorizationRequest request) {
    return switch (request.action().service()) {
      case "s3" -> PolicyType.resource("AWS::S3::Bucket");
      case "kms" -> PolicyType.KMS_KEY;
      case "sts" -> PolicyType.TRUST;
      default -> PolicyType.RESOURCE;
    };
  }

  private Optional<CompiledPolicy> compiled(JsonValue value, PolicyType type, String name) {
    if (value instanceof JsonString path) {
      return fromFile(path, type);
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

  private Optional<CompiledPolicy> fromFile(JsonString path, PolicyType type) {
    try {
      PolicyFiles.Found found = files.read(folder.resolve(path.text()).normalize(), type);
      return found instanceof PolicyFiles.Found.Sound sound
          ? Optional.of(sound.policy())
          : compiled(((PolicyFiles.Found.Faulty) found).reading());
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
    return Optional.of(CompiledPolicy.of(reading.orThrow()).noting(reading.problems()));
  }
}
