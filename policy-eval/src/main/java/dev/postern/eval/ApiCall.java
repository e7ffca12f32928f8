package dev.postern.eval;

import com.google.common.collect.ImmutableList;

/**
 * API calls that need more than one authorization, and which: a start, as of 2026-09. AWS: the
 * pages of the operations, and "Actions, resources, and condition keys for AWS services".
 *
 * <p>It is data to build requests for {@link Authorizer#decideAll} from. Which of the needs arise
 * depends on the call's parameters, and on what the services hold; {@link Need#when} says how.
 *
 * @param name the service and its call
 * @param needs what it needs, in the order in which a person would tell it
 */
public record ApiCall(String name, ImmutableList<ApiCall.Need> needs) {

  /** Copies an object. */
  public static final ApiCall S3_COPY_OBJECT =
      call(
          "S3 CopyObject",
          need("s3:GetObject", "the source object", "it is named without a version"),
          need("s3:GetObjectVersion", "the source object", "a version of it is named"),
          need("s3:PutObject", "the target object", Need.ALWAYS),
          need("s3:GetObjectTagging", "the source object", "its tags are copied"),
          need("s3:PutObjectTagging", "the target object", "tags are copied or given"),
          need("s3:PutObjectAcl", "the target object", "an access control list is given"),
          need("kms:Decrypt", "the source object's key", "the source is encrypted by a KMS key"),
          need("kms:GenerateDataKey", "the target object's key", "a KMS key encrypts the target"));

  /** Reads an object. */
  public static final ApiCall S3_GET_OBJECT =
      call(
          "S3 GetObject",
          need("s3:GetObject", "the object", Need.ALWAYS),
          need("kms:Decrypt", "the object's key", "the object is encrypted by a KMS key"));

  /** Asks for an object's head; without leave to list the bucket a missing one is a 403. */
  public static final ApiCall S3_HEAD_OBJECT =
      call(
          "S3 HeadObject",
          need("s3:GetObject", "the object", Need.ALWAYS),
          need("kms:Decrypt", "the object's key", "the object is encrypted by a KMS key"));

  /** Writes an object. */
  public static final ApiCall S3_PUT_OBJECT =
      call(
          "S3 PutObject",
          need("s3:PutObject", "the object", Need.ALWAYS),
          need("s3:PutObjectTagging", "the object", "tags are given"),
          need("s3:PutObjectAcl", "the object", "an access control list is given"),
          need("kms:GenerateDataKey", "the object's key", "a KMS key encrypts the object"),
          need("kms:Decrypt", "the object's key", "a KMS key encrypts it and it comes in parts"));

  /** Encrypts under one key what was encrypted under another. */
  public static final ApiCall KMS_RE_ENCRYPT =
      call(
          "KMS ReEncrypt",
          need("kms:ReEncryptFrom", "the source key", Need.ALWAYS),
          need("kms:ReEncryptTo", "the target key", Need.ALWAYS));

  /** Gives a key a name. */
  public static final ApiCall KMS_CREATE_ALIAS =
      call(
          "KMS CreateAlias",
          need("kms:CreateAlias", "the alias", Need.ALWAYS),
          need("kms:CreateAlias", "the key", Need.ALWAYS));

  /** Takes a name from a key. */
  public static final ApiCall KMS_DELETE_ALIAS =
      call(
          "KMS DeleteAlias",
          need("kms:DeleteAlias", "the alias", Need.ALWAYS),
          need("kms:DeleteAlias", "the key", Need.ALWAYS));

  /** Gives a name to another key. */
  public static final ApiCall KMS_UPDATE_ALIAS =
      call(
          "KMS UpdateAlias",
          need("kms:UpdateAlias", "the alias", Need.ALWAYS),
          need("kms:UpdateAlias", "the key that had it", Need.ALWAYS),
          need("kms:UpdateAlias", "the key that gets it", Need.ALWAYS));

  /** Assumes a role. */
  public static final ApiCall STS_ASSUME_ROLE =
      call(
          "STS AssumeRole",
          need("sts:AssumeRole", "the role", Need.ALWAYS),
          need("sts:TagSession", "the role", "session tags are given"),
          need("sts:SetSourceIdentity", "the role", "a source identity is given"));

  /** Makes a function. */
  public static final ApiCall LAMBDA_CREATE_FUNCTION =
      call(
          "Lambda CreateFunction",
          need("lambda:CreateFunction", "the function", Need.ALWAYS),
          need("iam:PassRole", "the role that it runs under", Need.ALWAYS),
          need("lambda:TagResource", "the function", "tags are given"));

  /** Starts instances. */
  public static final ApiCall EC2_RUN_INSTANCES =
      call(
          "EC2 RunInstances",
          need("ec2:RunInstances", "the image", Need.ALWAYS),
          need("ec2:RunInstances", "each instance", Need.ALWAYS),
          need("ec2:RunInstances", "the subnet", "one is named"),
          need("ec2:RunInstances", "each network interface", Need.ALWAYS),
          need("ec2:RunInstances", "each volume", Need.ALWAYS),
          need("ec2:RunInstances", "each security group", Need.ALWAYS),
          need("ec2:RunInstances", "the key pair", "one is named"),
          need("ec2:CreateTags", "each resource that is tagged", "tags are given"),
          need("iam:PassRole", "the role of the instance profile", "a profile is given"));

  /**
   * One authorization that a call needs.
   *
   * @param action what has to be allowed
   * @param on on which resource, in words
   * @param when in which case, in words to follow a "when"; {@link #ALWAYS} where in every one
   */
  public record Need(String action, String on, String when) {
    /** In every case. */
    public static final String ALWAYS = "always";
  }

  /** Every call that is known here. */
  public static final ImmutableList<ApiCall> ALL =
      ImmutableList.of(
          S3_COPY_OBJECT,
          S3_GET_OBJECT,
          S3_HEAD_OBJECT,
          S3_PUT_OBJECT,
          KMS_RE_ENCRYPT,
          KMS_CREATE_ALIAS,
          KMS_DELETE_ALIAS,
          KMS_UPDATE_ALIAS,
          STS_ASSUME_ROLE,
          LAMBDA_CREATE_FUNCTION,
          EC2_RUN_INSTANCES);

  private static ApiCall call(String name, Need... needs) {
    return new ApiCall(name, ImmutableList.copyOf(needs));
  }

  private static Need need(String action, String on, String when) {
    return new Need(action, on, when);
  }
}
