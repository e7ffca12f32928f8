package dev.postern.examples.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a port of its own, with a copy of its policies. */
final class RunningService implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;
  private final Path policies;

  private RunningService(ConfigurableApplicationContext context, Path policies) {
    this.context = context;
    this.policies = policies;
  }

  static RunningService start(Path policies) {
    copy(Path.of("policies"), policies);
    return new RunningService(
        SpringApplication.run(
            OrdersApplication.class,
            "--server.port=0",
            "--spring.main.banner-mode=off",
            "--logging.level.root=off",
            "--orders.policies=" + policies,
            "--orders.look-every=20ms"),
        policies);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the policies of the example back. */
  void restore() {
    copy(Path.of("policies"), policies);
  }

  HttpResponse<String> get(String user, String path) {
    return send("GET", user, path);
  }

  /** Sends a request; everybody's password is the first letter of the name. */
  HttpResponse<String> send(String method, String user, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + context.getEnvironment().getProperty("local.server.port")
                        + path))
            .method(method, BodyPublishers.noBody());
    if (!user.isEmpty()) {
      byte[] word = (user + ":" + user.charAt(0)).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(word));
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a policy in place at once, as a deployment should. */
  void write(String name, String policy) throws IOException {
    Path draft = Files.createTempFile(policies, "draft", "");
    Files.writeString(draft, policy);
    Files.createDirectories(policies.resolve(name).getParent());
    Files.move(
        draft,
        policies.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  void remove(String name) throws IOException {
    Files.delete(policies.resolve(name));
  }

  /** Does now what else is done every few moments. */
  void reload() {
    context.getBean(PolicyFolder.class).reload();
  }

  @Override
  public void close() {
    context.close();
  }
}
