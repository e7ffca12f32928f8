package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.config.PathGlob;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The texts that the arguments of a command name. One that cannot be read is told and counted, and
 * the others go on.
 */
final class Inputs {
  private final Console console;
  private final ImmutableList<String> suffixes;
  private final IgnoredByGit git;
  private final Set<Path> searched = new LinkedHashSet<>();
  private Predicate<String> side = name -> false;
  private UnaryOperator<String> sidePolicy = UnaryOperator.identity();
  private boolean unreadable;

  /**
   * The inputs of one run.
   *
   * @param suffixes how the files end that are taken from a folder
   */
  Inputs(Console console, String... suffixes) {
    this.console = console;
    this.suffixes = ImmutableList.copyOf(suffixes);
    this.git = new IgnoredByGit(console);
  }

  /**
   * The same inputs, but for files that stand beside others.
   *
   * @param isOne whether a file is one of them, by its name
   * @param other the name of the file that it stands beside
   */
  Inputs beside(Predicate<String> isOne, UnaryOperator<String> other) {
    side = isOne;
    sidePolicy = other;
    return this;
  }

  /** The folders that were searched, absolute. */
  ImmutableList<Path> searched() {
    return ImmutableList.copyOf(searched);
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
      if (Files.isDirectory(path)) {
        searched.add(path.toAbsolutePath().normalize());
        String ends = String.join(" or ", suffixes);
        search(argument, path, this::isWanted, "no " + ends + " file in this folder", found);
      } else if (isGlob(argument) && !Files.exists(path)) {
        expand(argument, found);
      } else {
        add(new Input.File(argument, path, true), found);
      }
    } catch (InvalidPathException e) {
      // Not every system has files with a star in their names.
      if (isGlob(argument)) {
        expand(argument, found);
      } else {
        report(argument + ": " + e.getReason());
      }
    }
  }

  private static boolean isGlob(String argument) {
    return argument.indexOf('*') >= 0 || argument.indexOf('?') >= 0;
  }

  /* For shells that leave it to us, and for hooks that call none. */
  private void expand(String argument, List<Input> found) {
    String slashes = argument.replace('\\', '/');
    int wildcard = Math.min(indexOf(slashes, '*'), indexOf(slashes, '?'));
    int slash = slashes.lastIndexOf('/', wildcard);
    String folder = slash < 0 ? "" : slash == 0 ? "/" : slashes.substring(0, slash);
    PathGlob glob = PathGlob.of("./" + slashes.substring(slash + 1));
    Path root = console.folder().resolve(folder);
    search(
        folder,
        root,
        file -> !side.test(name(file)) && glob.matches(root.relativize(file).toString()),
        "no file matches",
        found);
  }

  private static int indexOf(String text, char c) {
    int index = text.indexOf(c);
    return index < 0 ? text.length() : index;
  }

  private void search(
      String name, Path folder, Predicate<Path> wanted, String complaint, List<Input> found) {
    boolean before = unreadable;
    ImmutableList<Path> files =
        new FolderSearch(folder, git, (path, e) -> report(named(name, folder, path), e))
            .files(wanted);
    for (Path file : files) {
      found.add(new Input.File(named(name, folder, file), file, false));
    }
    if (files.isEmpty() && unreadable == before) {
      report((name.isEmpty() ? "." : name) + ": " + complaint);
    }
  }

  private static String named(String name, Path folder, Path path) {
    if (path.equals(folder)) {
      return name;
    }
    String rest = folder.relativize(path).toString();
    return name.isEmpty() ? rest : name.endsWith("/") ? name + rest : name + "/" + rest;
  }

  /* A file beside a policy stands for the policy, once. */
  private void add(Input.File file, List<Input> found) {
    if (!side.test(name(file.path()))) {
      found.add(file);
      return;
    }
    String policy = sidePolicy.apply(file.name());
    boolean isThere = found.stream().anyMatch(input -> input.name().equals(policy));
    Path path = console.folder().resolve(policy);
    if (!isThere && Files.exists(path)) {
      found.add(new Input.File(policy, path, true));
    }
  }

  private boolean isWanted(Path file) {
    String name = name(file);
    return !side.test(name) && suffixes.stream().anyMatch(name::endsWith);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
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
    report(input.name(), e);
  }

  private void report(String name, IOException e) {
    report(name + ": " + reason(e));
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
