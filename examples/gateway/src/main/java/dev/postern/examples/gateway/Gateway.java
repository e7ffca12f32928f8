package dev.postern.examples.gateway;

import com.google.common.collect.ImmutableSet;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The object store on a port, with or without its policies before it. */
final class Gateway implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private Gateway(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts on this host alone; port 0 is any that is free. */
  static Gateway start(int port, int threads, ObjectStore store) throws IOException {
    return start(port, threads, server -> server.createContext("/", store));
  }

  /** The same with a filter before the store. */
  static Gateway start(int port, int threads, ObjectStore store, Filter filter) throws IOException {
    return start(
        port,
        threads,
        server -> {
          HttpContext all = server.createContext("/", store);
          all.getFilters().add(filter);
        });
  }

  private static Gateway start(int port, int threads, Consumer<HttpServer> layout)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    server.setExecutor(pool);
    layout.accept(server);
    server.start();
    return new Gateway(server, pool);
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  /**
   * Starts a gateway by the policies of a folder.
   *
   * @param args the folder, the port, and the addresses of proxies to trust
   */
  public static void main(String[] args) throws IOException {
    Path policies = Path.of(args.length > 0 ? args[0] : "policies");
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 8080;
    TrustedProxies proxies =
        new TrustedProxies(Stream.of(args).skip(2).collect(ImmutableSet.toImmutableSet()));
    PolicyFilter filter =
        new PolicyFilter(
            Callers.read(policies.resolve("callers")),
            BucketPolicies.read(policies.resolve("buckets")),
            proxies);
    Gateway gateway = start(port, 16, new ObjectStore(), filter);
    System.out.println("http://127.0.0.1:" + gateway.port());
  }
}
