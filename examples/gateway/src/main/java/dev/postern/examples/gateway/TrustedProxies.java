package dev.postern.examples.gateway;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.util.List;

/**
 * The proxies whose word is taken for where a request came from. Anybody can write {@code
 * X-Forwarded-For}; what counts is who handed it to us.
 *
 * @param addresses as text, as {@link java.net.InetAddress#getHostAddress} spells them
 */
record TrustedProxies(ImmutableSet<String> addresses) {
  static final TrustedProxies NONE = new TrustedProxies(ImmutableSet.of());

  /**
   * Where a request came from.
   *
   * @param sourceIp the client's address
   * @param secure whether the client's own connection was encrypted
   */
  record Origin(String sourceIp, boolean secure) {}

  /** The client is the last one in the chain that is none of our proxies. */
  Origin origin(HttpExchange exchange) throws S3Error {
    String address = exchange.getRemoteAddress().getAddress().getHostAddress();
    if (!addresses.contains(address)) {
      return new Origin(address, exchange instanceof HttpsExchange);
    }
    for (String hop : Lists.reverse(chain(exchange.getRequestHeaders()))) {
      if (!InetAddresses.isInetAddress(hop)) {
        throw new S3Error(400, "InvalidRequest", "X-Forwarded-For holds no address");
      }
      address = hop;
      if (!addresses.contains(hop)) {
        break;
      }
    }
    return new Origin(address, isSecure(exchange));
  }

  /* Two proxies' words contradict each other, or repeat each other: then it is not known. */
  private static boolean isSecure(HttpExchange exchange) {
    List<String> said = exchange.getRequestHeaders().get("X-Forwarded-Proto");
    return said == null
        ? exchange instanceof HttpsExchange
        : said.size() == 1 && said.get(0).equals("https");
  }

  private static List<String> chain(Headers headers) {
    List<String> lines = headers.getOrDefault("X-Forwarded-For", List.of());
    return Splitter.on(',').trimResults().omitEmptyStrings().splitToList(String.join(",", lines));
  }
}
