package dev.postern.examples.orders;

/**
 * An order of a customer.
 *
 * @param region where it was placed
 * @param number what it is called there
 * @param status {@code open}, {@code shipped} or {@code cancelled}
 */
record Order(String region, long number, String customer, String status) {
  Order cancelled() {
    return new Order(region, number, customer, "cancelled");
  }
}
