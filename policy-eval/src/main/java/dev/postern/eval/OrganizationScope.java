package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what the policies of an organization bind. AWS Organizations: "Service control policies"
 * and "Resource control policies".
 */
final class OrganizationScope {
  /** The services whose resources control policies bind, as of 2026-09; the list grows. */
  private static final ImmutableSet<String> RESOURCE_CONTROLLED =
      ImmutableSet.of(
          "aoss",
          "appconfig",
          "appstream",
          "autoscaling",
          "autoscaling-plans",
          "budgets",
          "clouddirectory",
          "cloudfront",
          "cloudsearch",
          "cloudtrail-data",
          "codeartifact",
          "codebuild",
          "codecommit",
          "codepipeline",
          "cognito-identity",
          "cognito-idp",
          "comprehend",
          "comprehendmedical",
          "compute-optimizer",
          "cost-optimization-hub",
          "dax",
          "dsql",
          "dynamodb",
          "ecr",
          "ecr-public",
          "events",
          "firehose",
          "fis",
          "fms",
          "gamelift",
          "health",
          "inspector-scan",
          "kendra",
          "kinesisvideo",
          "kms",
          "logs",
          "memorydb",
          "networkmonitor",
          "notifications",
          "opensearch",
          "pca-connector-ad",
          "personalize",
          "polly",
          "pricing",
          "resource-groups",
          "rolesanywhere",
          "s3",
          "secretsmanager",
          "servicediscovery",
          "signin",
          "sqs",
          "sts",
          "support",
          "swf",
          "textract",
          "timestream-influxdb",
          "transcribe",
          "transfer",
          "translate",
          "wafv2",
          "workspaces",
          "xray");

  private OrganizationScope() {}

  /** Why service control policies do not bind the requester; null when they do. */
  static @Nullable String whyNoServiceControl(Facts facts, PolicySet policies, Readings readings) {
    if (!facts.kind().isOfAnAccount()) {
      return "REQUESTER_OF_NO_ACCOUNT";
    }
    if (policies.settings().isManagementAccount(facts.account())) {
      return "MANAGEMENT_ACCOUNT";
    }
    return isServiceLinked(facts, readings) ? "SERVICE_LINKED_ROLE" : null;
  }

  /** Why resource control policies do not bind the request; null when they do. */
  static @Nullable String whyNoResourceControl(
      PreparedRequest request, PolicySet policies, Readings readings) {
    Facts facts = request.facts();
    if (!RESOURCE_CONTROLLED.contains(request.action().service())) {
      return "SERVICE_NOT_COVERED";
    }
    if (facts.resource() == null) {
      return "NO_RESOURCE";
    }
    if (policies.settings().isManagementAccount(facts.owner())) {
      return "MANAGEMENT_ACCOUNT";
    }
    if (request.isTo("kms") && request.action().name().equals("retiregrant")) {
      return "RETIRE_GRANT";
    }
    if (request.isTo("kms") && policies.settings().keyManager() == KeyManager.AWS) {
      return "AWS_MANAGED_KEY";
    }
    return isServiceLinked(facts, readings) ? "SERVICE_LINKED_ROLE" : null;
  }

  /* U38: without a path, a role of such a name may or may not be one. */
  private static boolean isServiceLinked(Facts facts, Readings readings) {
    return switch (facts.serviceLinked()) {
      case YES -> true;
      case NO -> false;
      case BY_NAME -> readings.isOther(Unspecified.U38);
    };
  }
}
