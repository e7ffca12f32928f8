package dev.postern.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test of scenarios: each comes out as it expects. That is checked before the method runs, so its
 * body may be empty.
 *
 * <pre>{@code
 * @ScenarioTest({"scenarios/*.json", "scenarios/*.policytest"})
 * void the_policies_do_what_we_meant(Scenario scenario) {}
 * }</pre>
 */
@SuppressWarnings("exports") // The provider is JUnit's to make, not a user's to see.
@Documented
@ArgumentsSource(ScenarioArguments.OfTest.class)
@ExtendWith(PolicyExtension.class)
@ParameterizedTest(name = "{0}")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ScenarioTest {
  /** Which files, as in {@link ScenarioSource#value}. */
  String[] value();
}
