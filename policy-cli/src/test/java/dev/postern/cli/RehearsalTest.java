package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void the_rehearsal_runs_every_command() {
    assertThatCode(() -> Rehearsal.main(new String[] {"no-such-file"})).doesNotThrowAnyException();
  }
}
