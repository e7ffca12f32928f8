package dev.postern.test;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.lint.PolicyTypeGuess;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The policies that {@link PolicyFile} and {@link Policies} name. */
final class PolicyParameters {
  private final TestFiles files;

  PolicyParameters(TestFiles files) {
    this.files = files;
  }

  /** One policy. */
  CompiledPolicy of(PolicyFile annotation) {
    checkArgument(annotation.type().length <= 1, "a policy has one type");
    if (annotation.type().length == 0) {
      return read(annotation.value(), resourceType(annotation.resourceType()));
    }
    Kind kind = annotation.type()[0];
    checkArgument(
        annotation.resourceType().isEmpty() || kind == Kind.RESOURCE,
        "the type %s has no resource type",
        kind);
    return read(
        annotation.value(),
        resourceType(annotation.resourceType()).or(() -> PolicyType.named(kind.optionName())));
  }

  /** Policies that apply together. */
  PolicySet of(Policies annotation) {
    PolicySet set = PolicySet.EMPTY;
    for (String path : annotation.identity()) {
      set = set.withIdentity(read(path, PolicyType.IDENTITY));
    }
    for (String path : annotation.session()) {
      set = set.withSession(read(path, PolicyType.SESSION));
    }
    if (!annotation.boundary().isEmpty()) {
      set =
          set.withPermissionsBoundary(read(annotation.boundary(), PolicyType.PERMISSIONS_BOUNDARY));
    }
    if (!annotation.resource().isEmpty()) {
      set = set.withResource(resource(annotation.resource(), annotation.resourceType()));
    }
    if (!annotation.accessPoint().isEmpty()) {
      PolicyType type = PolicyType.resource("AWS::S3::AccessPoint");
      set = set.withAccessPoint(read(annotation.accessPoint(), type));
    }
    if (!annotation.vpcEndpoint().isEmpty()) {
      set = set.withVpcEndpoint(read(annotation.vpcEndpoint(), PolicyType.VPC_ENDPOINT));
    }
    for (Level level : annotation.serviceControl()) {
      set = set.withServiceControlLevel(level(level, PolicyType.SERVICE_CONTROL));
    }
    for (Level level : annotation.resourceControl()) {
      set = set.withResourceControlLevel(level(level, PolicyType.RESOURCE_CONTROL));
    }
    return set;
  }

  private static Optional<PolicyType> resourceType(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(PolicyType.resource(name));
  }

  /* Whatever its elements look like, it was said to be a resource's. */
  private CompiledPolicy resource(String path, String resourceType) {
    CompiledPolicy guessed = read(path, resourceType(resourceType));
    return guessed.type().kind().isResourceBased() ? guessed : read(path, PolicyType.RESOURCE);
  }

  private ImmutableList<CompiledPolicy> level(Level level, PolicyType type) {
    return ImmutableList.copyOf(level.value()).stream()
        .map(path -> path.equals(Level.FULL_ACCESS) ? everything(type) : read(path, type))
        .collect(ImmutableList.toImmutableList());
  }

  private static CompiledPolicy everything(PolicyType type) {
    String principal = type.kind() == Kind.RESOURCE_CONTROL ? "\"Principal\": \"*\", " : "";
    String statement =
        "{\"Effect\": \"Allow\", " + principal + "\"Action\": \"*\", \"Resource\": \"*\"}";
    SourceText text =
        SourceText.of(
            Level.FULL_ACCESS, "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}");
    return CompiledPolicy.of(PolicyReader.strict().read(text, type));
  }

  private CompiledPolicy read(String path, PolicyType type) {
    return read(path, Optional.of(type));
  }

  private CompiledPolicy read(String path, Optional<PolicyType> stated) {
    SourceFile file = files.text(path);
    requireSound(path, file.problem());
    JsonReading json = JsonReader.within(ReadLimits.POLICY).read(file.source());
    PolicyType type =
        stated.orElseGet(() -> json.value().map(PolicyTypeGuess::of).orElse(PolicyType.IDENTITY));
    PolicyReading reading = PolicyReader.strict().examine(file.source(), json, type);
    if (reading.document().isEmpty()) {
      requireSound(
          path + " as a policy of type " + type,
          reading.problems().stream().filter(problem -> problem.code().refuses()).toList());
    }
    return CompiledPolicy.of(reading.orThrow()).noting(reading.problems());
  }

  private static void requireSound(String what, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "AWS would not store "
              + what
              + "\n"
              + problems.stream().map(Problem::render).collect(Collectors.joining()));
    }
  }
}
