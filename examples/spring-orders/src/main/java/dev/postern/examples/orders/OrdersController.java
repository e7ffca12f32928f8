package dev.postern.examples.orders;

import com.google.common.collect.ImmutableList;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the service does. Nothing here asks who may: that is settled before a request arrives. */
@RestController
final class OrdersController {
  private final Orders orders;
  private final OrderAccess access;

  OrdersController(Orders orders, OrderAccess access) {
    this.orders = orders;
    this.access = access;
  }

  /** The orders of a region, of these only the ones that the caller may read. */
  @GetMapping("/orders/{region}")
  ImmutableList<Order> list(
      @PathVariable String region,
      @AuthenticationPrincipal Employee employee,
      HttpServletRequest http) {
    return orders.in(region).stream()
        .filter(order -> access.allows(employee, "orders:Read", order, http))
        .collect(ImmutableList.toImmutableList());
  }

  @GetMapping("/orders/{region}/{number}")
  Order read(@PathVariable String region, @PathVariable long number) {
    return orders
        .find(region, number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @DeleteMapping("/orders/{region}/{number}")
  Order cancel(@PathVariable String region, @PathVariable long number) {
    Order cancelled = read(region, number).cancelled();
    orders.save(cancelled);
    return cancelled;
  }
}
