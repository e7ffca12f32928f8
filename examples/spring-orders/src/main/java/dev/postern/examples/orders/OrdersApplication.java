package dev.postern.examples.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@EnableScheduling
public class OrdersApplication {
  /** Its options are Spring's: {@code --server.port=8080 --orders.policies=FOLDER}. */
  public static void main(String[] args) {
    SpringApplication.run(OrdersApplication.class, args);
  }
}
