package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;

/** The resources a statement speaks of: {@code Resource}, {@code NotResource} or neither. */
public sealed interface ResourceElement {
  /** Neither element is there. */
  ResourceElement ABSENT = new Absent();

  /** The patterns as they were written; empty when there is no element. */
  ImmutableList<Located<ResourcePattern>> patterns();

  /** {@code Resource}: any of the patterns. AWS: "IAM JSON policy elements: Resource". */
  record Resource(ImmutableList<Located<ResourcePattern>> patterns) implements ResourceElement {}

  /** {@code NotResource}: none of them. AWS: "IAM JSON policy elements: NotResource". */
  record NotResource(ImmutableList<Located<ResourcePattern>> patterns) implements ResourceElement {}

  /**
   * No resource element: a trust policy, or a resource policy that covers what it is attached to.
   */
  record Absent() implements ResourceElement {
    @Override
    public ImmutableList<Located<ResourcePattern>> patterns() {
      return ImmutableList.of();
    }
  }
}
