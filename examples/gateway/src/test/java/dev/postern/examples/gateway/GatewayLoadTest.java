package dev.postern.examples.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class GatewayLoadTest {
  @Test
  void a_moment_of_load_fills_the_table() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new GatewayLoad(new PrintStream(out, true, UTF_8), 2, 1, 0.05).run();

    assertThat(out.toString(UTF_8))
        .contains("requests per second", "p50.0, µs", "p99.9, µs", "the check itself");
  }
}
