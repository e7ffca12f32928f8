package dev.postern.test;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files that annotations name: in the working directory, or else on the class path of a test.
 */
final class TestFiles {
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?{[");
  private static final ImmutableList<String> SUFFIXES =
      ImmutableList.of(".json", ".jsonl", ".policytest");

  private final Path workingDirectory;
  private final ClassLoader classPath;

  private TestFiles(Path workingDirectory, ClassLoader classPath) {
    this.workingDirectory = workingDirectory;
    this.classPath = classPath;
  }

  /** Those of a test. */
  static TestFiles of(Class<?> test) {
    ClassLoader loader = test.getClassLoader();
    return new TestFiles(
        Path.of("").toAbsolutePath(), loader == null ? ClassLoader.getSystemClassLoader() : loader);
  }

  /**
   * A file that was found.
   *
   * @param name what errors call it: its path from where it was found
   * @param path where it is
   */
  record Found(String name, Path path) {
    /** Where paths in it begin; from the working directory, which makes for short names. */
    Path folder() {
      Path here = Path.of("").toAbsolutePath();
      Path parent = path.resolveSibling("").toAbsolutePath();
      return parent.startsWith(here) ? here.relativize(parent) : parent;
    }
  }

  /**
   * The text of a file; on the class path also of one in a jar.
   *
   * @throws IllegalArgumentException if there is none
   */
  SourceFile text(String path) {
    try {
      Path file = workingDirectory.resolve(path);
      if (Files.isRegularFile(file)) {
        return read(path, Files.newInputStream(file));
      }
      URL resource = classPath.getResource(path);
      if (resource == null) {
        throw nothing("file", path);
      }
      return read(path, resource.openStream());
    } catch (IOException e) {
      throw new UncheckedIOException("`" + path + "` cannot be read", e);
    }
  }

  private static SourceFile read(String name, InputStream in) throws IOException {
    try (in) {
      return SourceFile.read(name, in, ReadLimits.POLICY);
    }
  }

  /**
   * The files that a path, a folder or a glob stands for, by name.
   *
   * @throws IllegalArgumentException if there are none
   */
  ImmutableList<Found> all(String pattern) {
    try {
      ImmutableList<Found> here = within(workingDirectory, pattern);
      if (!here.isEmpty()) {
        return here;
      }
      for (URL root : Collections.list(classPath.getResources(""))) {
        if (root.getProtocol().equals("file")) {
          ImmutableList<Found> there = within(Path.of(URI.create(root.toString())), pattern);
          if (!there.isEmpty()) {
            return there;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("`" + pattern + "` cannot be looked up", e);
    }
    throw nothing("scenario file", pattern);
  }

  private static ImmutableList<Found> within(Path root, String written) throws IOException {
    String pattern = written.startsWith("./") ? written.substring(2) : written;
    int wildcard = WILDCARD.indexIn(pattern);
    if (wildcard < 0) {
      Path path = root.resolve(pattern);
      if (Files.isRegularFile(path)) {
        return ImmutableList.of(found(root, path));
      }
      return Files.isDirectory(path)
          ? walk(root, path, TestFiles::isScenarios)
          : ImmutableList.of();
    }
    // Only what is below the folders that are named in full is looked through.
    Path start = root.resolve(pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1));
    if (!Files.isDirectory(start)) {
      return ImmutableList.of();
    }
    // Of itself, `**/` stands for one folder at least; who writes `scenarios/**/*.json` means none,
    // too.
    List<PathMatcher> matchers = new ArrayList<>();
    matchers.add(matcher(pattern));
    matchers.add(matcher(pattern.replace("**/", "")));
    return walk(
        root,
        start,
        path -> matchers.stream().anyMatch(matcher -> matcher.matches(root.relativize(path))));
  }

  private static PathMatcher matcher(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  private static boolean isScenarios(Path path) {
    return SUFFIXES.stream().anyMatch(path.toString()::endsWith);
  }

  private static ImmutableList<Found> walk(Path root, Path start, Predicate<Path> wanted)
      throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .filter(wanted)
          .sorted()
          .map(path -> found(root, path))
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static Found found(Path root, Path path) {
    String name = path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    return new Found(name.replace(File.separatorChar, '/'), path);
  }

  private IllegalArgumentException nothing(String what, String path) {
    return new IllegalArgumentException(
        "no "
            + what
            + " `"
            + path
            + "`, neither in the working directory "
            + workingDirectory
            + " nor on the class path, such as src/test/resources");
  }
}
