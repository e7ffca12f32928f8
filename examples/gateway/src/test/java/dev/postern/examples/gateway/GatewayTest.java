package dev.postern.examples.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway lets through, over HTTP. The test stands where a trusted proxy does. */
class GatewayTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Gateway behindProxy;
  private static Gateway exposed;

  private static final Logger LOG = Logger.getLogger(PolicyFilter.class.getName());
  private static final List<String> LOGGED = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(
        new StreamHandler() {
          @Override
          public synchronized void publish(LogRecord line) {
            LOGGED.add(line.getMessage());
          }
        });
  }

  @BeforeAll
  static void start() throws IOException {
    behindProxy = start(new TrustedProxies(ImmutableSet.of("127.0.0.1", "198.51.100.1")));
    exposed = start(TrustedProxies.NONE);
  }

  private static Gateway start(TrustedProxies proxies) throws IOException {
    ObjectStore store = new ObjectStore();
    store.put("/reports/q1.csv", "1".getBytes(UTF_8));
    store.put("/reports/writer/draft.csv", "2".getBytes(UTF_8));
    store.put("/website/index.html", "<p>".getBytes(UTF_8));
    return Gateway.start(
        0,
        4,
        store,
        new PolicyFilter(
            Callers.read(Path.of("policies/callers")),
            BucketPolicies.read(Path.of("policies/buckets")),
            proxies));
  }

  @AfterAll
  static void stop() {
    behindProxy.close();
    exposed.close();
  }

  private static HttpResponse<String> send(
      Gateway gateway, String method, String token, String path, String headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .method(
                method,
                method.equals("PUT") ? BodyPublishers.ofString("new") : BodyPublishers.noBody());
    if (!token.equals("nobody")) {
      request.header("Authorization", "Bearer " + token);
    }
    Splitter.on(';')
        .trimResults()
        .omitEmptyStrings()
        .withKeyValueSeparator(": ")
        .split(headers)
        .forEach(request::header);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock =
          """
          METHOD | CALLER | PATH                       | FROM                     | PROTO | STATUS
          GET    | nobody | /website/index.html        | 192.0.2.1                | http  | 200
          HEAD   | nobody | /website/index.html        | 192.0.2.1                | http  | 200
          GET    | nobody | /website/missing.html      | 192.0.2.1                | http  | 404
          DELETE | nobody | /website/index.html        | 192.0.2.1                | http  | 403
          GET    | nobody | /website                   | 192.0.2.1                | https | 403
          GET    | reader | /reports/q1.csv            | 203.0.113.7              | https | 200
          GET    | reader | /reports/q1.csv            | 2001:db8:1::7            | https | 200
          GET    | reader | /reports/q1.csv            | 192.0.2.1                | https | 403
          GET    | reader | /reports/q1.csv            | 203.0.113.7              | http  | 403
          GET    | reader | /reports/q1.csv            | 203.0.113.7, 192.0.2.1   | https | 403
          GET    | reader | /reports/q1.csv            | 192.0.2.1, 203.0.113.7   | https | 200
          GET    | reader | /reports/q1.csv            | 203.0.113.7,198.51.100.1 | https | 200
          GET    | reader | /reports/q1.csv            | nonsense                 | https | 400
          GET    | nobody | /reports/q1.csv            | 203.0.113.7              | https | 403
          GET    | writer | /reports/q1.csv            | 203.0.113.7              | https | 403
          GET    | thief  | /website/index.html        | 192.0.2.1                | https | 403
          GET    | writer | /reports?prefix=writer/    | 192.0.2.1                | https | 200
          GET    | reader | /reports?prefix=writer/    | 192.0.2.1                | https | 403
          GET    | reader | /reports?prefix=reader/    | 192.0.2.1                | https | 200
          GET    | writer | /reports                   | 192.0.2.1                | https | 403
          GET    | writer | /reports?prefix=writer     | 192.0.2.1                | https | 403
          GET    | writer | /reports?prefix=writer%2F  | 192.0.2.1                | https | 200
          GET    | writer | /reports?prefix=writer/&prefix= | 192.0.2.1           | https | 501
          GET    | writer | /reports?acl               | 192.0.2.1                | https | 501
          GET    | reader | /reports/q1.csv?versionId=1 | 203.0.113.7             | https | 501
          DELETE | writer | /reports/none              | 192.0.2.1                | https | 204
          DELETE | reader | /reports/none              | 203.0.113.7              | https | 403
          DELETE | writer | /reports                   | 192.0.2.1                | https | 501
          GET    | writer | /                          | 192.0.2.1                | https | 501
          """)
  void the_policies_say_what_passes(
      String method, String caller, String path, String from, String proto, int status)
      throws Exception {
    String headers = "X-Forwarded-For: " + from + "; X-Forwarded-Proto: " + proto;
    assertThat(send(behindProxy, method, caller, path, headers).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock =
          """
          HEADERS                                                              | STATUS
          x-amz-server-side-encryption: aws:kms                                | 200
          x-amz-server-side-encryption: aws:kms; x-amz-meta-note: a            | 200
          x-amz-server-side-encryption: AES256                                 | 403
          ''                                                                   | 403
          x-amz-server-side-encryption: aws:kms; x-amz-acl: public-read        | 501
          x-amz-server-side-encryption: aws:kms; x-amz-copy-source: /website/a | 501
          """)
  void reports_are_written_encrypted(String headers, int status) throws Exception {
    assertThat(
            send(
                    behindProxy,
                    "PUT",
                    "writer",
                    "/reports/new.csv",
                    "X-Forwarded-Proto: https; " + headers)
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void what_is_refused_is_not_done() throws Exception {
    send(behindProxy, "PUT", "reader", "/website/refused", "");

    assertThat(send(behindProxy, "GET", "nobody", "/website/refused", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_is_allowed_is_done() throws Exception {
    send(behindProxy, "PUT", "writer", "/website/new.html", "");

    assertThat(send(behindProxy, "GET", "nobody", "/website/new.html", "").body()).isEqualTo("new");
  }

  @Test
  void who_is_no_trusted_proxy_cannot_say_where_it_comes_from() throws Exception {
    String headers = "X-Forwarded-For: 203.0.113.7; X-Forwarded-Proto: https";

    assertThat(send(exposed, "GET", "reader", "/reports/q1.csv", headers).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_denial_is_logged_with_the_statement_that_decided() throws Exception {
    send(behindProxy, "DELETE", "writer", "/reports/logged", "X-Forwarded-Proto: http");

    assertThat(LOGGED)
        .filteredOn(line -> line.contains("arn:aws:s3:::reports/logged"))
        .singleElement()
        .asString()
        .startsWith("explicitDeny: ")
        .contains("Deny `TlsOnly`", "reports.json");
  }

  @Test
  void a_denial_is_told_as_s3_tells_it() throws Exception {
    HttpResponse<String> answer = send(behindProxy, "GET", "nobody", "/reports/a%26b", "");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
    assertThat(answer.body())
        .contains("<Code>AccessDenied</Code>")
        .contains("<Resource>/reports/a&amp;b</Resource>")
        .doesNotContain("TlsOnly");
  }
}
