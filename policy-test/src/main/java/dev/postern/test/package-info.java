/**
 * Says in a test what a policy must and must not allow. Start at {@link
 * dev.postern.test.PolicyAssertions}.
 */
@NullMarked
package dev.postern.test;

import org.jspecify.annotations.NullMarked;
