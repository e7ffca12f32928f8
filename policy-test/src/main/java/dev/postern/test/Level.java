package dev.postern.test;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The policies of one level of an organization, in {@link Policies#serviceControl} or {@link
 * Policies#resourceControl}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Level {
  /** The word for the policy of AWS's own that allows everything. */
  String FULL_ACCESS = "FullAWSAccess";

  /**
   * Paths as in {@link PolicyFile}, or {@link #FULL_ACCESS}; none for a level that allows nothing.
   */
  String[] value();
}
