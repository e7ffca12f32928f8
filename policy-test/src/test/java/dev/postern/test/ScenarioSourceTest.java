package dev.postern.test;

import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.scenario.Scenario;
import dev.postern.model.PolicyDocument;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioSourceTest {
  @ParameterizedTest(name = "{0}")
  @ScenarioSource("scenarios/*.json")
  void the_scenarios_of_a_glob(Scenario scenario) {
    assertThat(scenario).isAsExpected();
  }

  @ScenarioTest("scenarios")
  void the_scenarios_of_a_folder(Scenario scenario) {}

  @ParameterizedTest
  @ScenarioSource("scenarios/*.json")
  void a_policy_beside_a_scenario(
      Scenario scenario, @PolicyFile("policies/alice.json") PolicyDocument policy) {
    assertThat(scenario.authorizations()).isNotEmpty();
    assertThat(policy.statementList()).hasSize(2);
  }

  static final class Named {
    @ParameterizedTest
    @ScenarioSource({"scenarios/*.json", "scenarios/more/bob.jsonl"})
    void test(Scenario scenario) {
      assertThat(scenario).isAsExpected();
    }

    @ScenarioTest("scenarios/alice.json")
    void withoutBody(Scenario scenario) {}
  }

  @Test
  void a_test_is_displayed_by_file_and_name() {
    assertThat(Run.of(Named.class).passed())
        .containsExactlyInAnyOrder(
            "[1] scenario=scenarios/alice.json: alice reads her own report",
            "[2] scenario=scenarios/alice.json: alice leaves the others' alone",
            "[3] scenario=scenarios/more/bob.jsonl: bob reads nothing",
            "scenarios/alice.json: alice reads her own report",
            "scenarios/alice.json: alice leaves the others' alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN                             | FILES
          scenarios/alice.json                | [scenarios/alice.json]
          scenarios                           | [scenarios/alice.json, scenarios/more/bob.jsonl]
          scenarios/                          | [scenarios/alice.json, scenarios/more/bob.jsonl]
          scenarios/*                         | [scenarios/alice.json]
          scenarios/**                        | [scenarios/alice.json, scenarios/more/bob.jsonl]
          scenarios/**/*.{json,jsonl}         | [scenarios/alice.json, scenarios/more/bob.jsonl]
          */more/b?b.jsonl                    | [scenarios/more/bob.jsonl]
          src/test/resources/scenarios/*.json | [src/test/resources/scenarios/alice.json]
          """)
  void a_pattern_finds_files(String pattern, String files) {
    assertThat(
            TestFiles.of(ScenarioSourceTest.class).all(pattern).stream()
                .map(TestFiles.Found::name)
                .toList())
        .hasToString(files);
  }

  static final class Sentences {
    @ScenarioTest("sentences/*.policytest")
    void test(Scenario scenario) {}
  }

  @Test
  void sentences_are_scenarios_and_declarations_are_none() {
    assertThat(Run.of(Sentences.class).passed())
        .hasSize(2)
        .allMatch(name -> name.startsWith("sentences/reports.policytest: "));
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ScenarioTest("broken/half.json")
  @interface HalfTest {}

  static final class Composed {
    @HalfTest
    void test(Scenario scenario) {}
  }

  @Test
  void an_annotation_of_ones_own_tests_scenarios() {
    assertThat(Run.of(Composed.class).failed()).hasSize(2);
  }

  @ParameterizedClass
  @ScenarioSource("broken/half.json")
  static final class OfAClass {
    private final Scenario scenario;

    OfAClass(Scenario scenario) {
      this.scenario = scenario;
    }

    @Test
    void test() {
      assertThat(scenario.name()).isNotEmpty();
    }
  }

  @Test
  void a_class_of_tests_takes_scenarios() {
    Run run = Run.of(OfAClass.class);

    assertThat(run.passed()).hasSize(2);
    assertThat(run.messages()).singleElement().asString().contains("broken/half.json:14:30");
  }

  static final class Broken {
    @ScenarioTest({"broken/half.json", "broken/empty.json"})
    void test(Scenario scenario) {}
  }

  @Test
  void what_is_wrong_with_one_never_loses_the_others() {
    Run run = Run.of(Broken.class);

    assertThat(run.passed()).containsExactly("broken/half.json: this one is fine");
    assertThat(run.failed())
        .containsExactly(
            "broken/half.json: this one is wrong",
            "broken/half.json: this one cannot be read",
            "broken/empty.json");
    assertThat(run.messages().get(1)).contains("--> broken/half.json:14:30");
    assertThat(run.messages().get(2)).contains("there is no scenario");
  }

  static final class Careless {
    @ParameterizedTest
    @ScenarioSource("broken/half.json")
    void test(Scenario scenario) {
      assertThat(scenario.name()).isNotEmpty();
    }
  }

  @Test
  void a_scenario_that_cannot_be_read_fails_whatever_the_test_says() {
    assertThat(Run.of(Careless.class).failed())
        .containsExactly("[2] scenario=broken/half.json: this one cannot be read");
  }

  static final class Nothing {
    @ScenarioTest("nowhere/*.json")
    void test(Scenario scenario) {}
  }

  @Test
  void a_glob_that_finds_nothing_is_an_error() {
    assertThat(Run.of(Nothing.class).message())
        .contains("no scenario file `nowhere/*.json`, neither in the working directory ")
        .contains("nor on the class path");
  }

  @Test
  void all_at_once() {
    assertThat(Run.concurrently(Named.class).passed()).hasSize(5);
    assertThat(Run.concurrently(Broken.class).failed()).hasSize(3);
  }
}
