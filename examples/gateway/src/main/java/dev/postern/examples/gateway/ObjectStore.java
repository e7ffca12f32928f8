package dev.postern.examples.gateway;

import com.google.common.xml.XmlEscapers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Objects in memory, by their paths: what the gateway stands before. It asks nobody who may. */
final class ObjectStore implements HttpHandler {
  private static final byte[] NOTHING = {};

  private final ConcurrentNavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  void put(String path, byte[] content) {
    objects.put(path, content);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean bucket = path.indexOf('/', 1) < 0 || path.indexOf('/', 1) == path.length() - 1;
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> {
        byte[] content = bucket ? list(exchange) : objects.get(path);
        answer(exchange, content == null ? 404 : 200, content == null ? NOTHING : content);
      }
      case "PUT" -> {
        put(path, exchange.getRequestBody().readAllBytes());
        answer(exchange, 200, NOTHING);
      }
      case "DELETE" -> {
        objects.remove(path);
        answer(exchange, 204, NOTHING);
      }
      default -> answer(exchange, 405, NOTHING);
    }
  }

  private byte[] list(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    String bucket = path.endsWith("/") ? path : path + "/";
    String from =
        bucket + Query.of(exchange.getRequestURI()).getOrDefault("prefix", List.of("")).get(0);
    return objects.tailMap(from).keySet().stream()
        .takeWhile(key -> key.startsWith(from))
        .limit(1000)
        .map(
            key ->
                "<Contents><Key>" + escaped(key.substring(bucket.length())) + "</Key></Contents>")
        .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String key) {
    return XmlEscapers.xmlContentEscaper().escape(key);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
