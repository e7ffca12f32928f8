package dev.postern.examples.orders;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Decision;
import dev.postern.eval.StatementOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks the policies whether a request may pass, in their words: who, what, on which resource. */
@Component
final class OrderAccess {
  private static final Logger LOG = LoggerFactory.getLogger(OrderAccess.class);
  private static final String ACCOUNT = "111122223333";

  private final Authorizer authorizer = Authorizer.standard();
  private final PolicyFolder policies;
  private final Orders orders;

  OrderAccess(PolicyFolder policies, Orders orders) {
    this.policies = policies;
    this.orders = orders;
  }

  // README: authorization-manager
  /** Lets a request pass if its caller may do this to what the path names. */
  AuthorizationManager<RequestAuthorizationContext> may(String action) {
    return (authentication, web) -> authorize(action, authentication, web);
  }

  private AuthorizationResult authorize(
      String action,
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext web) {
    Authentication caller = authentication.get();
    if (caller == null || !(caller.getPrincipal() instanceof Employee employee)) {
      return new AuthorizationDecision(false);
    }
    Decision decision =
        authorizer.decide(
            asking(employee, action, web.getRequest(), web.getVariables()),
            policies.current().of(employee));
    log(decision);
    return new AuthorizationDecision(decision.isAllowed());
  }

  private AuthorizationRequest asking(
      Employee employee, String action, HttpServletRequest http, Map<String, String> path) {
    String region = path.getOrDefault("region", "");
    AuthorizationRequest request =
        AuthorizationRequest.by("arn:aws:iam::" + ACCOUNT + ":user/" + employee.name())
            .asksTo(action)
            .on(arn(region, path.getOrDefault("number", "")))
            .with("aws:PrincipalTag/team", employee.team())
            .with("aws:SourceIp", http.getRemoteAddr())
            .with("aws:SecureTransport", http.isSecure())
            .with("orders:Region", region);
    return order(path)
        .map(order -> request.with("aws:ResourceTag/status", order.status()))
        .orElse(request);
  }

  // README: end

  /** Whether an employee may do something to an order; the plain answer, for filtering lists. */
  boolean allows(Employee employee, String action, Order order, HttpServletRequest http) {
    Map<String, String> path =
        Map.of("region", order.region(), "number", Long.toString(order.number()));
    return authorizer.isAllowed(
        asking(employee, action, http, path), policies.current().of(employee));
  }

  /** An order, or all of a region, as policies name it. */
  private static String arn(String region, String number) {
    String what = number.isEmpty() ? "region/" + region : "order/" + region + "/" + number;
    return "arn:aws:orders:eu-west-1:" + ACCOUNT + ":" + what;
  }

  private Optional<Order> order(Map<String, String> path) {
    return Optional.ofNullable(path.get("number"))
        .flatMap(number -> orders.find(path.getOrDefault("region", ""), Long.parseLong(number)));
  }

  /* The reasons are for us: a caller who is told them learns what the policies say. */
  private static void log(Decision decision) {
    if (decision.isAllowed()) {
      LOG.debug("{} ({})", decision, by(decision));
    } else {
      LOG.info("{} ({})", decision, by(decision));
    }
  }

  /** The statement that decided, with its place, where one did. */
  private static String by(Decision decision) {
    return decision
        .cause()
        .statement()
        .map(StatementOutcome::statement)
        .map(by -> by.value().sid().value().asText().orElse("a statement") + " at " + by.span())
        .orElse("no statement allows it");
  }
}
