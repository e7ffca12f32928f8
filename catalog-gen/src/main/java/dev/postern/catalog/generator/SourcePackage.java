package dev.postern.catalog.generator;

import java.nio.file.Path;

/**
 * An npm package, unpacked.
 *
 * @param packages the folder that holds it and others
 * @param folder its own: manifest, licence, data
 */
record SourcePackage(String name, String version, Path packages, Path folder) {

  /** A file or folder in it. */
  Path file(String path) {
    return folder.resolve(path);
  }

  /** One of its JSON files. */
  Node json(String path) {
    return Node.read(packages, file(path));
  }
}
