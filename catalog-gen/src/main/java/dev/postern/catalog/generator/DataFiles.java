package dev.postern.catalog.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the repository keeps what the generator reads and writes.
 *
 * @param root the repository's folder
 */
record DataFiles(Path root) {
  private static final String DATA = "policy-catalog/src/main/resources/dev/postern/catalog";
  private static final String GENERATOR = "catalog-gen";

  /** A file of the catalog's data. */
  Path data(String name) {
    return root.resolve(DATA).resolve(name);
  }

  /** A file beside the generator. */
  Path beside(String name) {
    return root.resolve(GENERATOR).resolve(name);
  }

  /** The text of a file; empty if there is none. */
  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new RefusedException(file.getFileName() + ": cannot be read; expected UTF-8 text");
    }
  }
}
