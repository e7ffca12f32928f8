package dev.postern.test;

/** The entry to all assertions on policies and decisions. */
public final class PolicyAssertions {
  private PolicyAssertions() {}
}
