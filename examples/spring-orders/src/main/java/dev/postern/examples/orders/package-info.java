/**
 * A service on Spring Boot that decides its own actions with Postern. What decides stands in {@link
 * dev.postern.examples.orders.OrderAccess}, where its policies come from in {@link
 * dev.postern.examples.orders.PolicyFolder}; the rest is Spring.
 */
@NullMarked
package dev.postern.examples.orders;

import org.jspecify.annotations.NullMarked;
