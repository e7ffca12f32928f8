package dev.postern.test;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A run of a class of tests, as its author would see it. */
record Run(EngineExecutionResults results) {

  static Run of(Class<?> tests) {
    return new Run(EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute());
  }

  /** With all test methods at once. */
  static Run concurrently(Class<?> tests) {
    return new Run(
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(tests))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute());
  }

  /** With the extensions that the class path offers. */
  static Run detectingExtensions(Class<?> tests) {
    return new Run(
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(tests))
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
            .execute());
  }

  /** The names of the tests that passed, in their order. */
  List<String> passed() {
    return results.testEvents().succeeded().map(Run::name).toList();
  }

  /** The names of the tests that failed, in their order. */
  List<String> failed() {
    return results.testEvents().failed().map(Run::name).toList();
  }

  private static String name(Event event) {
    return event.getTestDescriptor().getDisplayName();
  }

  /** The message of the only failure, be it of a test or of what holds tests. */
  String message() {
    return messages().get(0);
  }

  /** The messages of all failures. */
  List<String> messages() {
    return results
        .allEvents()
        .failed()
        .map(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(Optional::stream)
        .map(TestExecutionResult::getThrowable)
        .flatMap(Optional::stream)
        .map(failure -> String.valueOf(failure.getMessage()))
        .toList();
  }
}
