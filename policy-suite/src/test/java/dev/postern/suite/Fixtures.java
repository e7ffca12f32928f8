package dev.postern.suite;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files beside the tests: a bucket's policy and what is asked of it. */
public final class Fixtures {
  private Fixtures() {}

  private static Path file(String name) {
    try {
      return Path.of(Fixtures.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Tests of a bucket's policy; two of them prove nothing. */
  public static ImmutableList<Scenario> reports() {
    try {
      return SuiteReader.strict().read(file("reports.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text, without the name of the folder that the tests run in. */
  public static String withoutFolder(String text) {
    return text.replace(file("reports.json").getParent() + "/", "");
  }

  /** What a file says. */
  public static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
