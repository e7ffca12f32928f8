package dev.postern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A new text for a file. Whoever reads the file meets the old text or the new one, never a part.
 */
record Replacement(Path file) {
  static Replacement of(Path file) throws IOException {
    // A link stays one: what it leads to is replaced.
    return new Replacement(file.toRealPath());
  }

  /** Writes a file that may not be there yet, in a folder that may not be there yet. */
  static void write(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      of(file).with(text);
    } else {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    }
  }

  void with(String text) throws IOException {
    Path beside =
        file.resolveSibling("." + file.getFileName() + ".postern-" + ProcessHandle.current().pid());
    try {
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      keepPermissions(beside);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void keepPermissions(Path beside) throws IOException {
    PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributeView to = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
    if (from != null && to != null) {
      to.setPermissions(from.readAttributes().permissions());
    }
  }
}
