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

  // README: source-ip
  /** The address of the client: the last one in the chain that is none of our proxies. */
  String sourceIp(HttpExchange exchange) throws S3Error {
    String address = exchange.getRemoteAddress().getAddress().getHostAddress();
    for (String hop : Lists.reverse(chain(exchange.getRequestHeaders()))) {
      if (!addresses.contains(address)) {
        break;
      }
      if (!InetAddresses.isInetAddress(hop)) {
        throw new S3Error(400, "InvalidRequest", "X-Forwarded-For holds no address");
      }
      address = hop;
    }
    return address;
  }

  /** Whether the client's own connection was encrypted. */
  boolean isSecure(HttpExchange exchange) {
    List<String> said = exchange.getRequestHeaders().get("X-Forwarded-Proto");
    if (said != null
        && addresses.contains(exchange.getRemoteAddress().getAddress().getHostAddress())) {
      return said.size() == 1 && said.get(0).equals("https");
    }
    return exchange instanceof HttpsExchange;
  }

  // README: end

  private static List<String> chain(Headers headers) {
    List<String> lines = headers.getOrDefault("X-Forwarded-For", List.of());
    return Splitter.on(',').trimResults().omitEmptyStrings().splitToList(String.join(",", lines));
  }
}
