package dev.postern.cli;

import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text to read: a file, or standard input. */
sealed interface Input {
  /** What reports call it: a path as it was given. */
  String name();

  /** Where the paths inside it begin. */
  Path folder();

  /** Its bytes. */
  InputStream open() throws IOException;

  /** Its text, within limits. */
  default SourceFile read(ReadLimits limits) throws IOException {
    try (InputStream in = open()) {
      return SourceFile.read(name(), in, limits);
    }
  }

  /**
   * A file.
   *
   * @param named whether the arguments name it, rather than a folder that it was found in
   */
  record File(String name, Path path, boolean named) implements Input {
    @Override
    public Path folder() {
      Path parent = path.getParent();
      return parent == null ? Path.of("") : parent;
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  /** Standard input; only ever read for {@code -}. */
  record Standard(InputStream in, Path folder) implements Input {
    @Override
    public String name() {
      return "<stdin>";
    }

    @Override
    public InputStream open() {
      return in;
    }
  }
}
