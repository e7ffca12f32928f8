package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The texts that the arguments of a command name. One that cannot be read is told and counted, and
 * the others go on.
 */
final class Inputs {
  private final Console console;
  private final ImmutableList<String> suffixes;
  private boolean unreadable;

  /**
   * The inputs of one run.
   *
   * @param suffixes how the files end that are taken from a folder
   */
  Inputs(Console console, String... suffixes) {
    this.console = console;
    this.suffixes = ImmutableList.copyOf(suffixes);
  }

  /** Whether some input could not be read. */
  boolean anyUnreadable() {
    return unreadable;
  }

  /** The texts, in the order of the arguments; those of a folder by name. */
  ImmutableList<Input> find(Iterable<String> arguments) {
    List<Input> found = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        found.add(new Input.Standard(console.in(), console.folder()));
      } else {
        find(argument, found);
      }
    }
    return ImmutableList.copyOf(found);
  }

  private void find(String argument, List<Input> found) {
    try {
      Path path = console.folder().resolve(argument);
      if (!Files.isDirectory(path)) {
        found.add(new Input.File(argument, path, true));
        return;
      }
      int before = found.size();
      search(argument, path, found);
      if (found.size() == before && !unreadable) {
        report(argument + ": no " + String.join(" or ", suffixes) + " file in this folder");
      }
    } catch (InvalidPathException e) {
      report(argument + ": " + e.getReason());
    }
  }

  /* Links to folders are not followed: they may lead in circles. */
  private void search(String name, Path folder, List<Input> found) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      report(name + ": " + reason(e));
      return;
    }
    entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
    String separator = name.endsWith("/") ? "" : "/";
    for (Path entry : entries) {
      String file = String.valueOf(entry.getFileName());
      if (file.startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        search(name + separator + file, entry, found);
      } else if (isWanted(file) && (Files.isRegularFile(entry) || !Files.exists(entry))) {
        // A link that leads nowhere is wanted, too: it is a policy that is missing.
        found.add(new Input.File(name + separator + file, entry, false));
      }
    }
  }

  private boolean isWanted(String file) {
    return suffixes.stream().anyMatch(file::endsWith);
  }

  /** The text of an input; empty, and told, if it cannot be read. */
  Optional<SourceFile> read(Input input, ReadLimits limits) {
    try {
      return Optional.of(input.read(limits));
    } catch (IOException e) {
      report(input, e);
      return Optional.empty();
    }
  }

  /** Tells that an input cannot be read, or written. */
  void report(Input input, IOException e) {
    report(input.name() + ": " + reason(e));
  }

  /** Tells that an input is of no use. */
  void report(String message) {
    unreadable = true;
    console.tell(message);
  }

  /** Why something cannot be read, in a few words. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
