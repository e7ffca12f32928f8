/** Policies to and from the AWS SDK for Java; meant to be copied. */
@NullMarked
package dev.postern.examples.awssdk;

import org.jspecify.annotations.NullMarked;
