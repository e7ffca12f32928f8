package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableSortedSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of files, the same on any platform and in anybody's folder. */
final class Sources {
  private Sources() {}

  /** What errors call a file: its path within the folder of packages. */
  static String name(Path packages, Path file) {
    return packages.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /** The files of a folder with this ending, without it, in order. */
  static ImmutableSortedSet<String> stems(Path packages, Path folder, String ending) {
    ImmutableSortedSet.Builder<String> stems = ImmutableSortedSet.naturalOrder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(ending)) {
          stems.add(name.substring(0, name.length() - ending.length()));
        }
      }
    } catch (IOException e) {
      throw new RefusedException(name(packages, folder) + ": cannot be read; expected a folder");
    }
    return stems.build();
  }
}
