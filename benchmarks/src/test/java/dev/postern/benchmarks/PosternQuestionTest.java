package dev.postern.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.benchmarks.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosternQuestionTest {
  @ParameterizedTest
  @ValueSource(strings = {"w1", "w1c", "w2", "w3-10", "w3-100", "w4", "w4q", "w6"})
  void is_decided_rightly(String name) {
    assertThat(PosternQuestion.verified(Workload.named(name)).next()).isNotNull();
  }
}
