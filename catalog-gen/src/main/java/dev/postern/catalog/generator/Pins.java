package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableSet;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;

/**
 * Which packages the catalog is made of, and of which bytes. Beside each unpacked package lies the
 * file that the registry sent, as {@code npm pack} leaves it.
 */
final class Pins {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of("package", "version", "integrity");

  private final Path file;
  private final Properties pins;

  private Pins(Path file, Properties pins) {
    this.file = file;
    this.pins = pins;
  }

  static Pins read(Path file) {
    Properties pins = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      pins.load(in);
    } catch (IOException e) {
      throw new RefusedException(file.getFileName() + ": cannot be read; expected the pins");
    }
    return new Pins(file, pins);
  }

  /**
   * The package of a role such as {@code iam-data}, if its name, version and bytes are as pinned.
   */
  SourcePackage find(String role, Path packages) {
    String name = pin(role, "package");
    String version = pin(role, "version");
    String stem = stem(name, version);
    checkBytes(packages.resolve(stem + ".tgz"), pin(role, "integrity"));
    SourcePackage found =
        new SourcePackage(name, version, packages, packages.resolve(stem).resolve("package"));
    Node manifest = found.json("package.json");
    check(manifest.get("name"), name);
    check(manifest.get("version"), version);
    return found;
  }

  /** What {@code npm pack} calls a package's file, without the ending. */
  private static String stem(String name, String version) {
    return name.replace("@", "").replace('/', '-') + "-" + version;
  }

  private static void checkBytes(Path tarball, String expected) {
    String found;
    try {
      HashCode hash = MoreFiles.asByteSource(tarball).hash(Hashing.sha512());
      found = "sha512-" + Base64.getEncoder().encodeToString(hash.asBytes());
    } catch (IOException e) {
      throw new RefusedException(
          tarball.getFileName() + ": cannot be read; expected the package's file");
    }
    if (!found.equals(expected)) {
      throw new RefusedException(tarball.getFileName() + ": " + found + "; expected " + expected);
    }
  }

  private static void check(Node node, String expected) {
    if (!node.text().equals(expected)) {
      throw node.refuse("`" + node.text() + "`", "`" + expected + "`, as pinned");
    }
  }

  private String pin(String role, String field) {
    String value = pins.getProperty(role + "." + field);
    if (value == null) {
      throw new RefusedException(
          file.getFileName() + ": no " + role + "." + field + "; expected " + FIELDS);
    }
    return value;
  }
}
