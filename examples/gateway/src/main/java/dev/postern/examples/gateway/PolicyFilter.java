package dev.postern.examples.gateway;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import java.io.IOException;

/** Lets a request through that the policies of its caller and of its bucket allow. */
final class PolicyFilter extends Filter {
  private static final System.Logger LOG = System.getLogger(PolicyFilter.class.getName());

  private final Authorizer authorizer = Authorizer.standard();
  private final Callers callers;
  private final BucketPolicies buckets;
  private final TrustedProxies proxies;

  PolicyFilter(Callers callers, BucketPolicies buckets, TrustedProxies proxies) {
    this.callers = callers;
    this.buckets = buckets;
    this.proxies = proxies;
  }

  @Override
  public String description() {
    return "bucket policies";
  }

  // README: filter
  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    try {
      check(exchange);
    } catch (S3Error refusal) {
      refusal.send(exchange);
      return;
    }
    chain.doFilter(exchange);
  }

  /** Passes what is allowed; allocates an explanation only of what is not. */
  void check(HttpExchange exchange) throws S3Error {
    Caller caller = callers.of(exchange);
    S3Operation operation =
        S3Operation.of(
            exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
    AuthorizationRequest request = operation.by(caller, proxies.origin(exchange));
    PolicySet policies = buckets.with(caller, operation.bucket());
    if (!authorizer.isAllowed(request, policies)) {
      LOG.log(System.Logger.Level.INFO, () -> reasons(authorizer.decide(request, policies)));
      throw S3Error.accessDenied();
    }
  }

  // README: end

  private static String reasons(Decision decision) {
    return decision + "\n" + decision.outline();
  }
}
