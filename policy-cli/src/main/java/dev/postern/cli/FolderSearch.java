package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The files below a folder, by name. What is hidden, or ignored by git, is left out; links to
 * folders are not followed, since they may lead in circles.
 */
final class FolderSearch {
  private static final Comparator<Path> BY_NAME = Comparator.comparing(FolderSearch::name);

  private final Path root;
  private final IgnoredByGit git;
  private final BiConsumer<Path, IOException> unreadable;
  private final Map<Path, List<Path>> folders = new HashMap<>();

  /**
   * A search.
   *
   * @param unreadable takes folders that cannot be read
   */
  FolderSearch(Path root, IgnoredByGit git, BiConsumer<Path, IOException> unreadable) {
    this.root = root;
    this.git = git;
    this.unreadable = unreadable;
  }

  /** The files whose path is wanted. */
  ImmutableList<Path> files(Predicate<Path> wanted) {
    /* Level by level, so that git is asked once for each level and not once for each folder. */
    List<Path> level = ImmutableList.of(root);
    while (!level.isEmpty()) {
      level = descend(level, wanted);
    }
    ImmutableList.Builder<Path> files = ImmutableList.builder();
    collect(root, files);
    return files.build();
  }

  private List<Path> descend(List<Path> level, Predicate<Path> wanted) {
    List<Path> all = new ArrayList<>();
    for (Path folder : level) {
      List<Path> entries = entries(folder, wanted);
      folders.put(folder, entries);
      all.addAll(entries);
    }
    ImmutableSet<Path> ignored = git.among(root, all);
    List<Path> next = new ArrayList<>();
    for (Path folder : level) {
      List<Path> entries = folders.getOrDefault(folder, ImmutableList.of());
      entries.removeIf(ignored::contains);
      entries.stream().filter(FolderSearch::isFolder).forEach(next::add);
    }
    return next;
  }

  private List<Path> entries(Path folder, Predicate<Path> wanted) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (!name(entry).startsWith(".")
            && (isFolder(entry) || (wanted.test(entry) && isFile(entry)))) {
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      unreadable.accept(folder, e);
    }
    entries.sort(BY_NAME);
    return entries;
  }

  private void collect(Path folder, ImmutableList.Builder<Path> files) {
    for (Path entry : folders.getOrDefault(folder, ImmutableList.of())) {
      if (folders.containsKey(entry)) {
        collect(entry, files);
      } else {
        files.add(entry);
      }
    }
  }

  private static boolean isFolder(Path entry) {
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  /* A link that leads nowhere is wanted, too: it is a file that is missing. */
  private static boolean isFile(Path entry) {
    return Files.isRegularFile(entry) || !Files.exists(entry);
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }
}
