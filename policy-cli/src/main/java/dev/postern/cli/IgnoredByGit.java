package dev.postern.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What git ignores. The user's own git is asked, which knows of {@code .gitignore} files, of global
 * ones, and of files that are tracked all the same.
 */
final class IgnoredByGit {
  private static final int FOUND = 0;

  private final Console console;
  private boolean isMissing;

  IgnoredByGit(Console console) {
    this.console = console;
  }

  /** Those of some paths below a folder that are ignored; none where there is no repository. */
  ImmutableSet<Path> among(Path folder, List<Path> paths) {
    if (isMissing || paths.isEmpty() || !isInRepository(folder)) {
      return ImmutableSet.of();
    }
    try {
      return ask(folder, paths);
    } catch (IOException e) {
      isMissing = true;
      console.tell("there is no git, so what .gitignore says is not known");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ImmutableSet.of();
  }

  private static boolean isInRepository(Path folder) {
    for (Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
      if (Files.exists(here.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  private static ImmutableSet<Path> ask(Path folder, List<Path> paths)
      throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "check-ignore", "-z", "--stdin")
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Written by another thread: git answers while it is asked, and both pipes are short.
    Thread asking = new Thread(() -> write(git.getOutputStream(), folder, paths));
    asking.start();
    String answer = new String(git.getInputStream().readAllBytes(), UTF_8);
    asking.join();
    if (git.waitFor() != FOUND) {
      return ImmutableSet.of();
    }
    ImmutableList<String> ignored =
        ImmutableList.copyOf(Splitter.on('\0').omitEmptyStrings().split(answer));
    return ignored.stream().map(folder::resolve).collect(ImmutableSet.toImmutableSet());
  }

  private static void write(OutputStream to, Path folder, List<Path> paths) {
    try (to) {
      for (Path path : paths) {
        to.write((folder.relativize(path) + "\0").getBytes(UTF_8));
      }
    } catch (IOException e) {
      // It has ended before it was asked all, and says so by its exit code.
    }
  }
}
