package dev.postern.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what to which order, over HTTP, by the policies that stand beside the service. */
@ResourceLock(LogOf.LOCK)
class OrdersTest {
  @TempDir private static Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          METHOD | USER  | PATH                  | STATUS
          GET    | alice | /orders/emea          | 200
          GET    | alice | /orders/apac          | 403
          GET    | alice | /orders/emea/4711     | 200
          GET    | alice | /orders/emea/1        | 404
          GET    | alice | /orders/apac/815      | 403
          GET    | alice | /orders/apac/1        | 403
          GET    | bob   | /orders/apac/815      | 200
          GET    | bob   | /orders/emea/4711     | 200
          GET    | bob   | /orders/emea          | 403
          GET    | carol | /orders/apac          | 200
          GET    | carol | /orders/apac/815      | 200
          DELETE | alice | /orders/emea/4712     | 403
          DELETE | alice | /orders/emea/1        | 403
          DELETE | bob   | /orders/emea/4711     | 403
          DELETE | carol | /orders/emea/4711     | 403
          PUT    | alice | /orders/emea/4711     | 403
          HEAD   | alice | /orders/emea/4711     | 403
          GET    | alice | /orders/emea/4711/    | 403
          GET    | alice | /orders/emea/*        | 403
          GET    | alice | /orders/EMEA/4711     | 403
          GET    | alice | /orders               | 403
          """)
  void the_policies_say_who_may(String method, String user, String path, int status) {
    assertThat(service.send(method, user, path).statusCode()).isEqualTo(status);
  }

  @Test
  void who_may_cancel_an_order_cancels_it_once() {
    assertThat(service.send("DELETE", "bob", "/orders/apac/815").body())
        .contains("\"status\":\"cancelled\"");
    assertThat(service.send("DELETE", "bob", "/orders/apac/815").statusCode()).isEqualTo(403);
  }

  @Test
  void who_is_not_known_is_asked_for_a_name() {
    HttpResponse<String> answer = service.get("", "/orders/emea/4711");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void a_wrong_name_is_no_better_than_none() {
    assertThat(service.get("mallory", "/orders/emea/4711").statusCode()).isEqualTo(401);
  }

  @Test
  void the_caller_is_not_told_why() {
    assertThat(service.send("DELETE", "carol", "/orders/emea/4711").body())
        .contains("\"status\":403")
        .doesNotContainIgnoringCase("policy")
        .doesNotContain("ChangeNothing", "arn:");
  }

  @Test
  void a_denial_is_logged_with_the_statement_that_decided() {
    try (LogOf log = LogOf.type(OrderAccess.class)) {
      service.send("DELETE", "carol", "/orders/emea/4712");

      assertThat(log.lines())
          .filteredOn(line -> line.contains("carol") && line.contains("emea/4712"))
          .singleElement()
          .asString()
          .startsWith("INFO explicitDeny: ")
          .contains("orders:Cancel")
          .contains("ChangeNothing at")
          .contains("auditor.json:10:5");
    }
  }

  @Test
  void what_is_allowed_is_logged_for_who_asks() {
    try (LogOf log = LogOf.type(OrderAccess.class)) {
      service.get("alice", "/orders/emea/4712");

      assertThat(log.lines())
          .filteredOn(line -> line.contains("alice") && line.contains("emea/4712"))
          .filteredOn(line -> line.startsWith("DEBUG allowed: "))
          .singleElement()
          .asString()
          .contains("ReadOnesRegion at");
    }
  }
}
