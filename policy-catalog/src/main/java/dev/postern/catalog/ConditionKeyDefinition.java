package dev.postern.catalog;

/**
 * A condition key that exists. AWS: "Actions, resources, and condition keys for AWS services", the
 * tables of condition keys.
 *
 * @param name the key in AWS's spelling, such as {@code s3:prefix}, or the template of many, such
 *     as {@code aws:ResourceTag/${TagKey}}
 * @param type what its values are
 * @param isMultivalued whether a request may hold several values
 */
public record ConditionKeyDefinition(String name, ValueType type, boolean isMultivalued) {

  /** Whether it stands for many keys, the rest of whose names is the author's choice. */
  public boolean isTemplate() {
    return name.contains("${");
  }
}
