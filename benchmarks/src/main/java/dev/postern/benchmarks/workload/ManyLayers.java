package dev.postern.benchmarks.workload;

import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * w2: a member of a team in an account of an organization. Ten identity policies of fifty
 * statements, a bucket policy, a permissions boundary, three levels of service control policies; of
 * ten requests, four are allowed, three denied implicitly, three explicitly. The policies stand in
 * {@code w2-policies.json}.
 */
final class ManyLayers {
  private static final int REQUESTS = 200;

  private ManyLayers() {}

  static Workload make() {
    LayeredRequests templates = new LayeredRequests(new Dice(2));
    List<PlainRequest> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      int kind = i % 10;
      requests.add(
          kind < 4 ? templates.allowed() : kind < 7 ? templates.implicit() : templates.explicit());
    }
    return Workload.checked("w2", policies(), new Dice(22).shuffled(requests));
  }

  static PlainPolicies policies() {
    String file = "w2-policies.json";
    try (var stream = ManyLayers.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no " + file);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return WorkloadReader.policies(SourceText.of(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
