package dev.postern.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.postern.benchmarks.Goal.Standing;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

class GoalsTest {
  @Test
  void every_goal_has_its_figure_in_the_full_plan() throws ReflectiveOperationException {
    ImmutableList.Builder<Figure> figures = ImmutableList.builder();
    for (Plan.Part part : Plan.full(true).parts()) {
      List<String> names = names(part);
      assertThat(names).hasSize(part.size());
      names.forEach(name -> figures.add(new Figure(name, 1, 0)));
    }
    ColdStarts.NAMES.forEach(name -> figures.add(new Figure(name, 1, 0)));
    LintStarts.NAMES.forEach(name -> figures.add(new Figure(name, 1, 0)));
    assertThat(new Goals(new Figures(figures.build())).judge())
        .noneMatch(goal -> goal.standing() == Standing.NOT_MEASURED);
  }

  @Test
  void the_smaller_plans_are_part_of_the_full_one() throws ReflectiveOperationException {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    for (Plan.Part part : Plan.full(true).parts()) {
      all.addAll(names(part));
    }
    for (Plan.Part part :
        Iterables.concat(
            Plan.quick(true).parts(), Plan.catalog().parts(), Plan.lint(true).parts())) {
      assertThat(all.build()).containsAll(names(part));
    }
  }

  /** As JMH names what comes of a part: parameters in the order of their names. */
  private static List<String> names(Plan.Part part) throws ReflectiveOperationException {
    Class<?> type = Class.forName("dev.postern.benchmarks." + part.benchmark());
    assertThat(
            Arrays.stream(type.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(field -> field.getName()))
        .containsExactlyInAnyOrderElementsOf(part.parameters().keySet());
    ImmutableMap<String, ImmutableList<String>> parameters =
        part.parameters().asMap().entrySet().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    entry -> entry.getKey(), entry -> ImmutableList.copyOf(entry.getValue())));
    List<List<String>> combinations =
        Lists.cartesianProduct(ImmutableList.copyOf(new TreeMap<>(parameters).values()));
    List<String> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .map(Method::getName)
            .toList();
    return methods.stream()
        .flatMap(
            method ->
                combinations.stream()
                    .map(
                        values ->
                            part.benchmark()
                                + "."
                                + method
                                + String.join("", Lists.transform(values, value -> ":" + value))))
        .toList();
  }

  @Test
  void a_limit_that_is_reached_is_kept() {
    assertThat(Goal.atMost("", 4, OptionalDouble.of(4), Goal::times).standing())
        .isEqualTo(Standing.MET);
    assertThat(Goal.atMost("", 4, OptionalDouble.of(4.1), Goal::times).standing())
        .isEqualTo(Standing.MISSED);
    assertThat(Goal.atLeast("", 300, OptionalDouble.of(299), Goal::times).standing())
        .isEqualTo(Standing.MISSED);
    assertThat(Goal.atLeast("", 300, OptionalDouble.empty(), Goal::times).standing())
        .isEqualTo(Standing.NOT_MEASURED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          NANOS      | TEXT
          4.567      | 4.57 ns
          26.04      | 26.0 ns
          200        | 200 ns
          1500       | 1.50 µs
          568000     | 568 µs
          34000000   | 34 ms
          """)
  void times(double nanos, String text) {
    assertThat(Goal.time(nanos)).isEqualTo(text);
  }
}
