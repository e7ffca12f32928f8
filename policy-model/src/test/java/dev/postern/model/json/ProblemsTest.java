package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a policy is said with its code, place, words and help, as in the fixtures. */
class ProblemsTest {
  static ImmutableList<ProblemFixture> fixtures() {
    return ProblemFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void problems_are_as_in_the_fixture(ProblemFixture fixture) {
    assertThat(ProblemFixture.render(fixture.read())).isEqualTo(fixture.problems());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void document_is_read_or_refused_as_in_the_fixture(ProblemFixture fixture) {
    boolean read = fixture.read().document().isPresent();
    assertThat(read ? "read" : "refused").isEqualTo(fixture.outcome());
  }

  @Test
  void every_code_that_a_policy_can_raise_has_a_fixture_of_its_name() {
    ImmutableSet<ProblemCode> shown =
        fixtures().stream()
            .flatMap(fixture -> fixture.read().problems().stream().filter(p -> named(p, fixture)))
            .map(Problem::code)
            .collect(ImmutableSet.toImmutableSet());
    assertThat(Arrays.stream(ProblemCode.values()).filter(code -> !isOfOtherTexts(code)))
        .isSubsetOf(shown);
  }

  private static boolean named(Problem problem, ProblemFixture fixture) {
    String name = problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return fixture.file().equals(name);
  }

  private static boolean isOfOtherTexts(ProblemCode code) {
    return code.id().startsWith("scenario-")
        || code.id().startsWith("policytest-")
        || code.id().startsWith("configuration-")
        || code.id().startsWith("yaml-")
        || code.id().startsWith("account-");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void lenient_reading_finds_the_same_and_refuses_no_more(ProblemFixture fixture) {
    ImmutableList<String> lenient =
        ImmutableList.<String>builder()
            .add(fixture.setting().get(0), "lenient")
            .addAll(fixture.setting().subList(2, fixture.setting().size()))
            .build();
    ProblemFixture other =
        new ProblemFixture(
            fixture.file(), lenient, fixture.outcome(), fixture.text(), fixture.problems());
    assertThat(ProblemFixture.render(other.read())).isEqualTo(fixture.problems());
    if (fixture.outcome().equals("read")) {
      assertThat(other.read().document()).isPresent();
    }
  }
}
