package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a policy in Java, statement by statement, in words that read like its JSON.
 *
 * <pre>{@code
 * PolicyDocument policy =
 *     PolicyBuilder.identity()
 *         .allow("s3:GetObject").on("arn:aws:s3:::reports/*")
 *             .when("StringEquals", "aws:PrincipalTag/team", "red")
 *             .sid("ReadReports")
 *         .deny("s3:*").onAllExcept("arn:aws:s3:::reports/*")
 *         .build();
 * }</pre>
 *
 * <p>{@link #build} writes the JSON and reads it with {@link PolicyReader#strict}: a built policy
 * is refused for exactly what a written one is, and the refusal points into the JSON. The version
 * is 2012-10-17 unless another one is asked for. Not thread-safe.
 */
public final class PolicyBuilder {
  private final PolicyType type;
  private final List<String> ids = new ArrayList<>();
  private final List<StatementBuilder> statements = new ArrayList<>();
  private PolicyVersion version = PolicyVersion.V2012_10_17;

  private PolicyBuilder(PolicyType type) {
    this.type = type;
  }

  /** A policy of any type. */
  public static PolicyBuilder of(PolicyType type) {
    return new PolicyBuilder(type);
  }

  /** A policy attached to a user, group or role. */
  public static PolicyBuilder identity() {
    return of(PolicyType.IDENTITY);
  }

  /** A permissions boundary. */
  public static PolicyBuilder permissionsBoundary() {
    return of(PolicyType.PERMISSIONS_BOUNDARY);
  }

  /** A policy passed when a session is made. */
  public static PolicyBuilder session() {
    return of(PolicyType.SESSION);
  }

  /** A policy attached to a resource of a type that is not known. */
  public static PolicyBuilder resource() {
    return of(PolicyType.RESOURCE);
  }

  /**
   * A policy attached to a resource.
   *
   * @param resourceType a CloudFormation type such as {@code AWS::S3::Bucket}
   */
  public static PolicyBuilder resource(String resourceType) {
    return of(PolicyType.resource(resourceType));
  }

  /** The policy of a KMS key. */
  public static PolicyBuilder kmsKey() {
    return of(PolicyType.KMS_KEY);
  }

  /** The trust policy of a role. */
  public static PolicyBuilder trust() {
    return of(PolicyType.TRUST);
  }

  /** A service control policy. */
  public static PolicyBuilder serviceControl() {
    return of(PolicyType.SERVICE_CONTROL);
  }

  /** A resource control policy. */
  public static PolicyBuilder resourceControl() {
    return of(PolicyType.RESOURCE_CONTROL);
  }

  /** The policy of a VPC endpoint. */
  public static PolicyBuilder vpcEndpoint() {
    return of(PolicyType.VPC_ENDPOINT);
  }

  /** {@code Version}; {@link PolicyVersion#UNSTATED} leaves the element out. */
  public PolicyBuilder version(PolicyVersion other) {
    version = other;
    return this;
  }

  /** {@code Id}. */
  public PolicyBuilder id(String id) {
    ids.add(id);
    return this;
  }

  /** Begins a statement with {@code "Effect": "Allow"} and {@code Action}. */
  public StatementBuilder allow(String... actions) {
    return begin("Allow", "Action", actions);
  }

  /** Begins a statement with {@code "Effect": "Allow"} and {@code NotAction}. */
  public StatementBuilder allowAllExcept(String... actions) {
    return begin("Allow", "NotAction", actions);
  }

  /** Begins a statement with {@code "Effect": "Deny"} and {@code Action}. */
  public StatementBuilder deny(String... actions) {
    return begin("Deny", "Action", actions);
  }

  /** Begins a statement with {@code "Effect": "Deny"} and {@code NotAction}. */
  public StatementBuilder denyAllExcept(String... actions) {
    return begin("Deny", "NotAction", actions);
  }

  private StatementBuilder begin(String effect, String element, String... actions) {
    StatementBuilder statement =
        new StatementBuilder(this, effect, element, ImmutableList.copyOf(actions));
    statements.add(statement);
    return statement;
  }

  /**
   * The policy.
   *
   * @throws PolicyRefusedException if AWS would not store it; holds every problem, each with its
   *     place in the JSON that was built
   */
  public PolicyDocument build() {
    return PolicyReader.strict().read(SourceText.of("<built policy>", json()), type);
  }

  private String json() {
    JsonWriter json = JsonWriter.indented().beginObject();
    if (version != PolicyVersion.UNSTATED) {
      json.member("Version", version.text());
    }
    ids.forEach(id -> json.member("Id", id));
    json.name("Statement").beginArray();
    statements.forEach(statement -> statement.writeTo(json));
    return json.endArray().endObject().text();
  }
}
