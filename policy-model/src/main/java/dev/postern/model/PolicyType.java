package dev.postern.model;

import com.google.common.collect.ImmutableList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document is attached to, and so which elements it may hold and how it takes part in a
 * decision. AWS: "Policies and permissions in IAM".
 */
public final class PolicyType {
  /** The kinds of policy that IAM tells apart. */
  public enum Kind {
    /** Attached to a user, group or role. */
    IDENTITY("identity", "identity-based policy"),
    /** A permissions boundary. */
    PERMISSIONS_BOUNDARY("boundary", "permissions boundary"),
    /** Passed when a session is made. */
    SESSION("session", "session policy"),
    /** Attached to a resource. */
    RESOURCE("resource", "resource-based policy"),
    /** The policy of a KMS key. */
    KMS_KEY("kms-key", "resource-based policy"),
    /** The trust policy of a role. */
    TRUST("trust", "role trust policy"),
    /** A service control policy of an organization. */
    SERVICE_CONTROL("scp", "service control policy"),
    /** A resource control policy of an organization. */
    RESOURCE_CONTROL("rcp", "resource control policy"),
    /** The policy of a VPC endpoint. */
    VPC_ENDPOINT("vpc-endpoint", "VPC endpoint policy");

    private final String optionName;
    private final String displayName;

    Kind(String optionName, String displayName) {
      this.optionName = optionName;
      this.displayName = displayName;
    }

    /** The word that options and reports use. */
    public String optionName() {
      return optionName;
    }

    /** The name in AWS's own sentences. */
    public String displayName() {
      return displayName;
    }

    /** Whether the type is part of a resource: key and trust policies are resource-based, too. */
    public boolean isResourceBased() {
      return this == RESOURCE || this == KMS_KEY || this == TRUST;
    }

    /** Whether an {@code Allow} in this type gives access, rather than leaving room for it. */
    public boolean grants() {
      return this == IDENTITY || this == SESSION || isResourceBased();
    }
  }

  /** Attached to a user, group or role. */
  public static final PolicyType IDENTITY = new PolicyType(Kind.IDENTITY, null);

  /** A permissions boundary. */
  public static final PolicyType PERMISSIONS_BOUNDARY =
      new PolicyType(Kind.PERMISSIONS_BOUNDARY, null);

  /** Passed when a session is made. */
  public static final PolicyType SESSION = new PolicyType(Kind.SESSION, null);

  /** Attached to a resource of a type that is not known. */
  public static final PolicyType RESOURCE = new PolicyType(Kind.RESOURCE, null);

  /** The policy of a KMS key. */
  public static final PolicyType KMS_KEY = new PolicyType(Kind.KMS_KEY, "AWS::KMS::Key");

  /** The trust policy of a role. */
  public static final PolicyType TRUST =
      new PolicyType(Kind.TRUST, "AWS::IAM::AssumeRolePolicyDocument");

  /** A service control policy. */
  public static final PolicyType SERVICE_CONTROL = new PolicyType(Kind.SERVICE_CONTROL, null);

  /** A resource control policy. */
  public static final PolicyType RESOURCE_CONTROL = new PolicyType(Kind.RESOURCE_CONTROL, null);

  /** The policy of a VPC endpoint. */
  public static final PolicyType VPC_ENDPOINT = new PolicyType(Kind.VPC_ENDPOINT, null);

  /** Every type, that of a resource without its resource type. */
  public static final ImmutableList<PolicyType> ALL =
      ImmutableList.of(
          IDENTITY,
          PERMISSIONS_BOUNDARY,
          SESSION,
          RESOURCE,
          KMS_KEY,
          TRUST,
          SERVICE_CONTROL,
          RESOURCE_CONTROL,
          VPC_ENDPOINT);

  private final Kind kind;
  private final @Nullable String resourceType;

  private PolicyType(Kind kind, @Nullable String resourceType) {
    this.kind = kind;
    this.resourceType = resourceType;
  }

  /**
   * The policy of a resource of a known type.
   *
   * @param resourceType a CloudFormation type such as {@code AWS::S3::Bucket}; {@code
   *     AWS::KMS::Key} gives {@link #KMS_KEY}, {@code AWS::IAM::AssumeRolePolicyDocument} and
   *     {@code AWS::IAM::Role} give {@link #TRUST}
   */
  public static PolicyType resource(String resourceType) {
    return switch (resourceType) {
      case "AWS::KMS::Key" -> KMS_KEY;
      case "AWS::IAM::AssumeRolePolicyDocument", "AWS::IAM::Role" -> TRUST;
      default -> new PolicyType(Kind.RESOURCE, resourceType);
    };
  }

  /** The type with the given {@linkplain Kind#optionName option name}. */
  public static Optional<PolicyType> named(String optionName) {
    return ALL.stream().filter(type -> type.kind.optionName.equals(optionName)).findFirst();
  }

  /** The kind of policy. */
  public Kind kind() {
    return kind;
  }

  /** The CloudFormation type of the resource, where it is known. */
  public Optional<String> resourceType() {
    return Optional.ofNullable(resourceType);
  }

  /** Whether it belongs to S3: a bucket or one of the access points. */
  public boolean isS3() {
    return resourceType != null
        && (resourceType.startsWith("AWS::S3::")
            || resourceType.startsWith("AWS::S3ObjectLambda::")
            || resourceType.startsWith("AWS::S3Express::")
            || resourceType.startsWith("AWS::S3Outposts::"));
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof PolicyType other
        && kind == other.kind
        && Objects.equals(resourceType, other.resourceType);
  }

  @Override
  public int hashCode() {
    return kind.hashCode() * 31 + Objects.hashCode(resourceType);
  }

  @Override
  public String toString() {
    return kind == Kind.RESOURCE && resourceType != null
        ? kind.optionName + " " + resourceType
        : kind.optionName;
  }
}
