package dev.postern.catalog;

/** Whether policies on resources take part in deciding requests to a service. */
public enum ResourcePolicySupport {
  /** A policy with principals on a resource of the service takes part. */
  YES,
  /** Policies can be written, mostly by AWS Resource Access Manager or on some resources only. */
  SHARED,
  /** None is known. */
  NO
}
