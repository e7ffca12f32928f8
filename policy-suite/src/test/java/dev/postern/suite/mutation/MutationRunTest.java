package dev.postern.suite.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.postern.suite.Fixtures.text;
import static dev.postern.suite.Fixtures.withoutFolder;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.scenario.Expectation;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.PolicyDocument;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.suite.Fixtures;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MutationRunTest {
  private static final ImmutableList<Scenario> TESTS = Fixtures.reports();
  private static final MutationResult RESULT = MutationRun.standard().of(TESTS);

  static Stream<MutantOutcome> outcomes() {
    return RESULT.outcomes().stream();
  }

  private static boolean isAsExpected(String scenario, Mutant mutant) {
    return TESTS.stream()
        .filter(each -> each.name().equals(scenario))
        .findFirst()
        .orElseThrow()
        .withPolicies(policy -> CompiledPolicy.of(mutant.document()).named(policy.name()))
        .run(Authorizer.standard())
        .isAsExpected();
  }

  @Test
  void survivors_are_told_with_their_place_and_what_to_test() {
    assertThat(withoutFolder(RESULT.toText())).isEqualTo(text("mutation/survivors.txt"));
  }

  @Test
  void the_json_tells_of_every_mutant() {
    assertThat(withoutFolder(RESULT.toJson()) + "\n").isEqualTo(text("mutation/mutants.json"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void the_test_that_notices_a_mutant_really_differs(MutantOutcome outcome) {
    if (outcome instanceof MutantOutcome.Noticed noticed) {
      assertThat(isAsExpected(noticed.scenario(), noticed.mutant())).isFalse();
    } else {
      assertThat(TESTS.subList(0, 3)).allMatch(test -> isAsExpected(test.name(), outcome.mutant()));
    }
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void a_mutant_is_printed_and_read_again_as_what_it_is(MutantOutcome outcome) {
    PolicyDocument document = outcome.mutant().document();

    assertThat(
            PolicyReader.strict().read(PolicyWriter.canonical().write(document), document.type()))
        .isEqualTo(document);
    assertThat(PolicyReader.strict().read(PolicyWriter.faithful().write(document), document.type()))
        .isEqualTo(document);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void a_mutant_is_not_what_it_was(MutantOutcome outcome) {
    assertThat(outcome.mutant().document()).isNotEqualTo(outcome.mutant().policy().document());
  }

  @Test
  void tests_that_say_nothing_notice_nothing() {
    ImmutableList<Scenario> silent =
        TESTS.stream()
            .map(
                test ->
                    Scenario.of(test.name(), test.span(), Expectation.NONE, test.authorizations()))
            .collect(toImmutableList());

    MutationResult result = MutationRun.standard().of(silent);

    assertThat(result.share().part()).isZero();
    assertThat(result.share().whole()).isEqualTo(RESULT.share().whole());
    assertThat(result.without()).hasSize(5);
  }

  @Test
  void a_test_without_expectation_and_one_that_fails_already_prove_nothing() {
    assertThat(RESULT.without())
        .extracting(Scenario::name)
        .containsExactly(
            "bob has nothing to do here, and nobody says what is expected",
            "bob reads, somebody thinks");
  }

  @Test
  void more_tests_never_notice_less() {
    int noticed = 0;
    for (int tests = 0; tests <= TESTS.size(); tests++) {
      int now = MutationRun.standard().of(TESTS.subList(0, tests)).share().part();
      assertThat(now).isGreaterThanOrEqualTo(noticed);
      noticed = now;
    }
    assertThat(noticed).isPositive();
  }

  @Test
  void side_by_side_it_comes_to_the_same() {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      assertThat(MutationRun.standard().on(threads).of(TESTS)).isEqualTo(RESULT);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void what_is_not_to_be_changed_has_no_mutants() {
    assertThat(MutationRun.standard().changing(policy -> false).of(TESTS).outcomes()).isEmpty();
  }
}
