package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.Expectation;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import dev.postern.suite.SuiteReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.platform.commons.support.AnnotationSupport;

/** The scenarios of files as arguments, each under its name. */
final class ScenarioArguments {
  private ScenarioArguments() {}

  /** What {@link ScenarioSource} names. */
  static final class OfSource implements ArgumentsProvider, AnnotationConsumer<ScenarioSource> {
    private ImmutableList<String> paths = ImmutableList.of();

    @Override
    public void accept(ScenarioSource annotation) {
      paths = ImmutableList.copyOf(annotation.value());
    }

    // The successor, which takes declarations of parameters, came with JUnit 5.13; both run this.
    @SuppressWarnings("deprecation")
    @Override
    public Stream<Arguments> provideArguments(ExtensionContext context) {
      return arguments(paths, context);
    }
  }

  /** What {@link ScenarioTest} names. */
  static final class OfTest implements ArgumentsProvider, AnnotationConsumer<ScenarioTest> {
    private ImmutableList<String> paths = ImmutableList.of();

    @Override
    public void accept(ScenarioTest annotation) {
      paths = ImmutableList.copyOf(annotation.value());
    }

    // As above.
    @SuppressWarnings("deprecation")
    @Override
    public Stream<Arguments> provideArguments(ExtensionContext context) {
      return arguments(paths, context);
    }
  }

  private static Stream<Arguments> arguments(
      ImmutableList<String> paths, ExtensionContext context) {
    TestFiles files = TestFiles.of(context.getRequiredTestClass());
    SuiteReader reader = SuiteReader.strict();
    return paths.stream().flatMap(path -> arguments(path, files.all(path), reader));
  }

  /* A file may hold declarations only, for others to import; but not each of them. */
  private static Stream<Arguments> arguments(
      String path, ImmutableList<TestFiles.Found> files, SuiteReader reader) {
    ImmutableList<Arguments> all =
        files.stream()
            .flatMap(file -> read(file, reader).stream().map(each -> named(file.name(), each)))
            .collect(ImmutableList.toImmutableList());
    return all.isEmpty()
        ? Stream.of(named(path, unreadable(path, "there is no scenario")))
        : all.stream();
  }

  private static Arguments named(String file, Scenario scenario) {
    // A scenario without a name is called by its place, which begins with the file.
    String name = scenario.name();
    String shown = name.startsWith(file) ? name : file + ": " + name;
    return Arguments.of(Named.of(shown, scenario));
  }

  private static ImmutableList<Scenario> read(TestFiles.Found file, SuiteReader reader) {
    try (InputStream in = Files.newInputStream(file.path())) {
      SourceFile source = SourceFile.read(file.name(), in, ReadLimits.SCENARIOS);
      return reader.read(source, file.folder());
    } catch (IOException e) {
      return ImmutableList.of(unreadable(file.name(), "the file cannot be read: " + e));
    }
  }

  private static Scenario unreadable(String file, String message) {
    SourceText nothing = SourceText.of(file, "");
    Problem problem = new Problem(ProblemCode.SCENARIO_FILE, nothing.whole(), message, "");
    return Scenario.unreadable(file, nothing.whole(), Expectation.NONE, ImmutableList.of(problem));
  }

  /** Whether all arguments of a test method are to come out as they expect. */
  static boolean areTested(AnnotatedElement method) {
    return AnnotationSupport.isAnnotated(method, ScenarioTest.class);
  }
}
