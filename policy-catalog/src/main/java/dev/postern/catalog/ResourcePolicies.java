package dev.postern.catalog;

import com.google.common.collect.ImmutableList;

final class ResourcePolicies {
  static ResourcePolicies bundled() {
    return new ResourcePolicies();
  }

  ImmutableList<String> writingActions(String prefix) {
    return ImmutableList.of();
  }
}
