package dev.postern.catalog;

/** Whether a condition key goes with an action. */
public enum KeyScope {
  /** AWS lists the key for the action, or for a type of resource that the action takes. */
  ACTION,
  /** The key goes with every action. */
  GLOBAL,
  /** Neither, as far as the catalog knows. */
  NONE
}
