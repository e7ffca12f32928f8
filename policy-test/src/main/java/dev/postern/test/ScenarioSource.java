package dev.postern.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The scenarios of files as arguments of a parameterized test, each of type {@link
 * dev.postern.eval.scenario.Scenario}.
 *
 * <pre>{@code
 * @ParameterizedTest(name = "{0}")
 * @ScenarioSource("scenarios/*.json")
 * void the_policies_do_what_we_meant(Scenario scenario) {
 *   assertThat(scenario).isAsExpected();
 * }
 * }</pre>
 *
 * <p>A scenario is displayed as {@code file: name}. One that cannot be read fails its own test,
 * with line and column, before the method runs; the others run. Where a test has nothing to say but
 * that, {@link ScenarioTest} says it without a body.
 */
@SuppressWarnings("exports") // The provider is JUnit's to make, not a user's to see.
@Documented
@ArgumentsSource(ScenarioArguments.OfSource.class)
@ExtendWith(PolicyExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface ScenarioSource {
  /**
   * Which files: paths, folders, and globs with {@code *}, {@code ?}, {@code {a,b}} and {@code **}
   * for folders within folders. A folder stands for all files below it that end in {@code .json},
   * {@code .jsonl} or {@code .policytest}. Each starts at the working directory of the build, which
   * is the folder of the module; if nothing is found there, at the root of the class path, such as
   * {@code src/test/resources}, as far as that is folders. One that finds nothing is an error.
   */
  String[] value();
}
