package dev.postern.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that the library brings, beside its classes. */
final class BundledFile {
  private BundledFile() {}

  /** The whole of the file of this name. */
  static String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** The whole of the file of this name. */
  static byte[] bytes(String file) {
    try (InputStream in = BundledFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new CatalogException(file + " is missing from the library");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new CatalogException(file + " cannot be read", e);
    }
  }
}
