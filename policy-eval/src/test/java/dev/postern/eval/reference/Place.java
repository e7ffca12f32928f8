package dev.postern.eval.reference;

import dev.postern.model.PolicyType;

/** Where a policy is attached, and so which part it takes in a decision. */
enum Place {
  SERVICE_CONTROL("serviceControl"),
  RESOURCE_CONTROL("resourceControl"),
  VPC_ENDPOINT("vpcEndpoint"),
  RESOURCE("resource"),
  ACCESS_POINT("accessPoint"),
  PERMISSIONS_BOUNDARY("permissionsBoundary"),
  SESSION("session"),
  IDENTITY("identity");

  private final String text;

  Place(String text) {
    this.text = text;
  }

  /** As scenarios spell it. */
  String text() {
    return text;
  }

  /** How its policies are read; a resource's policy has a type of its own. */
  PolicyType type() {
    return switch (this) {
      case SERVICE_CONTROL -> PolicyType.SERVICE_CONTROL;
      case RESOURCE_CONTROL -> PolicyType.RESOURCE_CONTROL;
      case VPC_ENDPOINT -> PolicyType.VPC_ENDPOINT;
      case RESOURCE -> PolicyType.RESOURCE;
      case ACCESS_POINT -> PolicyType.resource("AWS::S3::AccessPoint");
      case PERMISSIONS_BOUNDARY -> PolicyType.PERMISSIONS_BOUNDARY;
      case SESSION -> PolicyType.SESSION;
      case IDENTITY -> PolicyType.IDENTITY;
    };
  }

  /** Whether its policies say for whom they are; the others speak of whom they are attached to. */
  boolean hasPrincipals() {
    return this == RESOURCE_CONTROL
        || this == VPC_ENDPOINT
        || this == RESOURCE
        || this == ACCESS_POINT;
  }

  /** Whether it belongs to the resource that is asked for. */
  boolean isOnTheResource() {
    return this == RESOURCE || this == ACCESS_POINT || this == RESOURCE_CONTROL;
  }
}
