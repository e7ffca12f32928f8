package dev.postern.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.model.json.PolicyRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What happens to a running service when its policies change. */
@ResourceLock(LogOf.LOCK)
class ReloadTest {
  private static final String ALICE = "users/alice.json";
  private static final String READ_APAC =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Effect": "Allow",
          "Action": "orders:Read",
          "Resource": "arn:aws:orders:eu-west-1:111122223333:order/apac/*"
        }
      }
      """;

  @TempDir private static Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void begin_with_the_policies_of_the_example() throws IOException {
    service.restore();
    Files.deleteIfExists(folder.resolve(ALICE));
    service.reload();
  }

  private int aliceReadsApac() {
    return service.get("alice", "/orders/apac/815").statusCode();
  }

  @Test
  void a_new_file_grants() throws IOException {
    assertThat(aliceReadsApac()).isEqualTo(403);
    service.write(ALICE, READ_APAC);
    service.reload();
    assertThat(aliceReadsApac()).isEqualTo(200);
  }

  @Test
  void a_removed_file_takes_along_what_it_granted() throws IOException {
    service.write(ALICE, READ_APAC);
    service.reload();
    service.remove(ALICE);
    service.reload();
    assertThat(aliceReadsApac()).isEqualTo(403);
  }

  @Test
  void a_mistake_leaves_the_last_good_policy_in_force_and_is_logged_once() throws IOException {
    service.write(ALICE, READ_APAC);
    service.reload();
    try (LogOf log = LogOf.type(PolicyFolder.class)) {
      service.write(ALICE, READ_APAC.replace("\"Action\"", "\"Actions\""));
      service.reload();
      service.reload();

      assertThat(aliceReadsApac()).isEqualTo(200);
      assertThat(log.lines())
          .filteredOn(line -> line.contains(folder.resolve(ALICE) + ":5:5 (/Statement/Actions)"))
          .singleElement()
          .asString()
          .startsWith("ERROR")
          .contains("unknown statement element `Actions`")
          .endsWith("the last good one stays in force");
    }
  }

  @Test
  void a_mistake_in_one_file_does_not_hold_up_what_another_takes_away() throws IOException {
    service.write(ALICE, READ_APAC);
    service.reload();
    service.write("roles/auditor.json", "{");
    service.remove(ALICE);
    service.reload();
    assertThat(aliceReadsApac()).isEqualTo(403);
    assertThat(service.get("carol", "/orders/apac/815").statusCode()).isEqualTo(200);
  }

  /** A link that leads nowhere is listed and cannot be read, as a file that is just replaced. */
  @Test
  void a_file_that_was_gone_for_a_moment_comes_back_into_force() throws IOException {
    service.write(ALICE, READ_APAC);
    service.reload();
    Files.delete(folder.resolve(ALICE));
    Files.createSymbolicLink(folder.resolve(ALICE), folder.resolve("nowhere.json"));
    service.reload();
    assertThat(aliceReadsApac()).isEqualTo(403);
    Files.delete(folder.resolve(ALICE));
    service.write(ALICE, READ_APAC);
    service.reload();
    assertThat(aliceReadsApac()).isEqualTo(200);
  }

  @Test
  void a_mended_mistake_is_forgotten() throws IOException {
    service.write(ALICE, "{");
    service.reload();
    service.write(ALICE, READ_APAC);
    service.reload();
    assertThat(aliceReadsApac()).isEqualTo(200);
  }

  @Test
  void without_a_boundary_nobody_may_do_anything() throws IOException {
    service.remove("boundary.json");
    service.reload();
    assertThat(service.get("carol", "/orders/apac/815").statusCode()).isEqualTo(403);
  }

  @Test
  void a_boundary_holds_for_everybody_at_once() throws IOException {
    service.write(
        "boundary.json",
        Files.readString(Path.of("policies/boundary.json"))
            .replace("\"127.0.0.0/8\", \"::1/128\"", "\"203.0.113.0/24\""));
    service.reload();
    assertThat(service.get("carol", "/orders/apac/815").statusCode()).isEqualTo(403);
  }

  @Test
  void changes_are_found_without_being_told_of() throws Exception {
    service.write(ALICE, READ_APAC);
    for (int i = 0; i < 500 && aliceReadsApac() != 200; i++) {
      Thread.sleep(20);
    }
    assertThat(aliceReadsApac()).isEqualTo(200);
  }

  @Test
  void requests_are_answered_while_policies_change() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Integer>>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(threads.submit(() -> ask(100)));
      }
      for (int i = 0; i < 20; i++) {
        service.write(ALICE, i % 2 == 0 ? READ_APAC : READ_APAC.replace("Allow", "Deny"));
        service.reload();
      }
      service.write(ALICE, READ_APAC);
      threads.submit(service::reload).get();

      for (Future<List<Integer>> answer : answers) {
        assertThat(answer.get()).hasSize(100).isSubsetOf(200, 403);
      }
      assertThat(aliceReadsApac()).isEqualTo(200);
    } finally {
      threads.shutdown();
    }
  }

  private List<Integer> ask(int times) {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(aliceReadsApac());
    }
    return answers;
  }

  @Test
  void a_service_does_not_start_on_a_mistake() throws IOException {
    service.write(ALICE, "{\"Statement\": {}}");

    assertThatThrownBy(() -> PolicyFolder.open(folder))
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("alice.json:1:");
  }

  @Test
  void a_service_does_not_start_without_its_boundary() throws IOException {
    service.remove("boundary.json");

    assertThatThrownBy(() -> PolicyFolder.open(folder)).isInstanceOf(NoSuchFileException.class);
  }
}
