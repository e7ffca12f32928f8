package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource of a service. Two are equal when they name the same type of the same service.
 * AWS: "Actions, resources, and condition keys for AWS services", the tables of resource types.
 *
 * @param service the prefix of the service in whose table it stands; its ARNs may name another one
 * @param name such as {@code object}
 * @param arns what its ARNs look like; one or more
 * @param conditionKeys the keys that its resources have
 */
public record ResourceType(
    String service,
    String name,
    ImmutableList<ArnTemplate> arns,
    ImmutableList<ConditionKeyDefinition> conditionKeys) {

  /**
   * Whether some ARN is both of this type and matched by a pattern, as {@link ArnTemplate#fits}.
   */
  public boolean fits(String arnPattern) {
    return fits(ArnShape.ofPattern(arnPattern));
  }

  boolean fits(ArnShape pattern) {
    for (ArnTemplate arn : arns) {
      if (arn.fits(pattern)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ResourceType other
        && service.equals(other.service)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return service.hashCode() * 31 + name.hashCode();
  }
}
