package dev.postern.examples.orders;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Repository;

/** The orders that there are; a real service has a database here. */
@Repository
class Orders {
  private record Place(String region, long number) {}

  private final ConcurrentMap<Place, Order> orders = new ConcurrentHashMap<>();

  Orders() {
    save(new Order("emea", 4711, "Ada", "open"));
    save(new Order("emea", 4712, "Grace", "shipped"));
    save(new Order("apac", 815, "Haru", "open"));
  }

  final void save(Order order) {
    orders.put(new Place(order.region(), order.number()), order);
  }

  Optional<Order> find(String region, long number) {
    return Optional.ofNullable(orders.get(new Place(region, number)));
  }

  ImmutableList<Order> in(String region) {
    return orders.values().stream()
        .filter(order -> order.region().equals(region))
        .sorted(Comparator.comparing(Order::number))
        .collect(ImmutableList.toImmutableList());
  }
}
