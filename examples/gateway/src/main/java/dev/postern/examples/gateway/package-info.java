/**
 * A small object store behind the JDK's own HTTP server, whose bucket policies are enforced by one
 * {@link com.sun.net.httpserver.Filter}. Start at {@link
 * dev.postern.examples.gateway.PolicyFilter}.
 */
@NullMarked
package dev.postern.examples.gateway;

import org.jspecify.annotations.NullMarked;
