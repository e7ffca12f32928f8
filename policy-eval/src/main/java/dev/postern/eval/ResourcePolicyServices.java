package dev.postern.eval;

import com.google.common.collect.ImmutableSet;

/**
 * What is known of services without a catalog, as of 2026-09. AWS: "AWS services that work with
 * IAM".
 */
final class ResourcePolicyServices {
  /** The services whose resources can carry policies. */
  private static final ImmutableSet<String> WITH_POLICIES =
      ImmutableSet.of(
          "acm-pca",
          "apigateway",
          "aps",
          "backup",
          "cloud9",
          "cloudtrail",
          "codeartifact",
          "codebuild",
          "dynamodb",
          "ecr",
          "elasticfilesystem",
          "es",
          "events",
          "execute-api",
          "glacier",
          "glue",
          "iot",
          "kinesis",
          "kms",
          "lambda",
          "lex",
          "logs",
          "mediastore",
          "redshift-serverless",
          "refactor-spaces",
          "s3",
          "s3-object-lambda",
          "s3-outposts",
          "s3express",
          "s3tables",
          "schemas",
          "secretsmanager",
          "serverlessrepo",
          "ses",
          "signer",
          "sns",
          "sqs",
          "ssm-contacts",
          "ssm-incidents",
          "sts",
          "vpc-lattice");

  /** The services that answer requests that nobody signed. */
  private static final ImmutableSet<String> UNSIGNED =
      ImmutableSet.of("elasticfilesystem", "es", "execute-api", "mediastore", "s3", "sns", "sqs");

  private ResourcePolicyServices() {}

  /** Whether resources of the service, named in lower case, can carry policies. */
  static boolean hasPolicies(String service) {
    return WITH_POLICIES.contains(service);
  }

  /** Whether the service, named in lower case, answers unsigned requests. */
  static boolean servesUnsigned(String service) {
    return UNSIGNED.contains(service);
  }
}
