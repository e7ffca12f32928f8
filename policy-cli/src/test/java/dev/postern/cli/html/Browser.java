package dev.postern.cli.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Chromium without a window.
 *
 * @param program where it is
 * @param folder where it may write
 */
record Browser(Path program, Path folder) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final int SECONDS = 90;

  /** The one on the path; a test that needs it is skipped where there is none. */
  static Browser in(Path folder) {
    Optional<Path> found =
        NAMES.stream()
            .flatMap(name -> folders().map(each -> each.resolve(name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "none of " + NAMES + " is on the path");
    return new Browser(found.get(), folder);
  }

  private static java.util.stream.Stream<Path> folders() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Splitter.on(File.pathSeparatorChar).omitEmptyStrings().splitToStream(path).map(Path::of);
  }

  /** The page as it is when its script has run, as HTML. */
  String dump(Path page, String fragment) throws IOException {
    Path out = folder.resolve("dump.html");
    run(out, List.of("--dump-dom"), page, fragment);
    return Files.readString(out);
  }

  /** What a person sees. */
  BufferedImage picture(Path page, String fragment, int width, int height, String... flags)
      throws IOException {
    Path out = folder.resolve("page.png");
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("--hide-scrollbars");
    all.add("--force-device-scale-factor=1");
    all.add("--window-size=" + width + "," + height);
    all.add("--screenshot=" + out);
    run(folder.resolve("talk.txt"), all, page, fragment);
    return ImageIO.read(out.toFile());
  }

  private void run(Path out, List<String> flags, Path page, String fragment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    // No sandbox: it needs rights that a container does not give, and the page is our own.
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(flags);
    command.add(page.toUri() + fragment);
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(
            "the browser failed:\n" + Files.readString(err, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError(e);
    }
  }
}
