package dev.postern.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./postern}, in trees made for it, with a build and a Java that only pretend.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("../postern").toAbsolutePath().normalize();

  @TempDir Path temporary;
  private Path tree;
  private Path java;

  @BeforeEach
  void makeTree() throws IOException {
    tree = Files.createDirectories(temporary.resolve("a tree's folder"));
    Files.createDirectories(tree.resolve("policy-cli/src/main"));
    Files.writeString(tree.resolve("policy-cli/src/main/Source.java"), "");
    Files.writeString(tree.resolve("pom.xml"), "");
    Files.writeString(tree.resolve("policy-cli/pom.xml"), "");
    Files.copy(LAUNCHER, tree.resolve("postern"));
    script(
        tree.resolve("mvnw"),
        """
        echo built >> "${0%/*}/builds"
        mkdir -p "${0%/*}/policy-cli/target/quick"
        sleep 1
        echo jar > "${0%/*}/policy-cli/target/quick/postern.jar"
        """);
    java = pretendedJava("17.0.9");
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /* Answers as Java does when asked for its version, and otherwise shows what it was asked. */
  private Path pretendedJava(String version) throws IOException {
    Path home = temporary.resolve("java " + version);
    script(
        home.resolve("bin/java"),
        """
        case $1 in
          -version) echo 'openjdk version "VERSION" 2024-01-01' >&2 ;;
          *) printf '%s\\n' "$@" ;;
        esac
        """
            .replace("VERSION", version));
    return home;
  }

  private Ran launch(String... arguments) throws Exception {
    return launch(tree.resolve("postern"), Map.of("JAVA_HOME", java.toString()), arguments);
  }

  private Ran launch(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    return finished(started(launcher, environment, arguments));
  }

  private Process started(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    String[] command =
        Stream.concat(Stream.of(launcher.toString()), Arrays.stream(arguments))
            .toArray(String[]::new);
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /* A run says little enough for the pipes to hold. */
  private static Ran finished(Process process) throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), UTF_8),
        new String(process.getErrorStream().readAllBytes(), UTF_8));
  }

  private long builds() throws IOException {
    return Files.readAllLines(tree.resolve("builds")).size();
  }

  @Test
  void the_first_call_builds_and_the_next_does_not() throws Exception {
    Ran first = launch("lint", "a b.json");
    Ran second = launch("lint", "a b.json");

    assertThat(first.err()).startsWith("postern: building, once");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out()).endsWith("postern.jar\nlint\na b.json\n");
    assertThat(second.out()).startsWith("-Xshare:auto\n-Xlog:disable\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_changed_source_is_built() throws Exception {
    launch("--version");
    Files.setLastModifiedTime(
        tree.resolve("policy-cli/src/main/Source.java"),
        FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(launch("--version").err()).startsWith("postern: building, once");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void calls_at_once_build_once() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", java.toString());
    List<Process> processes =
        List.of(
            started(tree.resolve("postern"), environment, "one"),
            started(tree.resolve("postern"), environment, "two"),
            started(tree.resolve("postern"), environment, "three"));

    for (Process process : processes) {
      assertThat(finished(process).code()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
    assertThat(tree.resolve("policy-cli/target/quick/lock")).doesNotExist();
  }

  @Test
  void the_lock_of_a_call_that_died_is_broken() throws Exception {
    Path lock = Files.createDirectories(tree.resolve("policy-cli/target/quick/lock"));
    Files.writeString(lock.resolve("owner"), "999999999\n");

    assertThat(launch("--version").code()).isZero();
  }

  @Test
  void it_is_found_through_links() throws Exception {
    Path absolute = Files.createSymbolicLink(temporary.resolve("one"), tree.resolve("postern"));
    Path relative = Files.createSymbolicLink(temporary.resolve("two"), Path.of("one"));

    assertThat(absolute).isSymbolicLink();
    assertThat(launch(relative, Map.of("JAVA_HOME", java.toString()), "x").out())
        .endsWith(tree.toRealPath() + "/policy-cli/target/quick/postern.jar\nx\n");
  }

  @Test
  void a_failed_build_shows_why() throws Exception {
    script(tree.resolve("mvnw"), "echo 'the reason'; exit 1");

    Ran ran = launch("--version");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("the reason\npostern: the build failed\n");
    assertThat(tree.resolve("policy-cli/target/quick/lock")).doesNotExist();
  }

  @Test
  void a_batch_has_the_better_compiler() throws Exception {
    assertThat(launch("simulate", "-").out()).contains("-XX:TieredStopAtLevel=1\n");
    assertThat(launch("simulate", "--batch", "-").out()).contains("-XX:TieredStopAtLevel=4\n");
  }

  @Test
  void without_java_it_says_what_is_missing() throws Exception {
    Path empty = Files.createDirectories(temporary.resolve("empty"));

    assertThat(launch(tree.resolve("postern"), Map.of("PATH", empty.toString())))
        .isEqualTo(
            new Ran(
                2,
                "",
                "postern: there is no Java: install a JDK, 17 or newer, or set JAVA_HOME\n"));
    assertThat(launch(tree.resolve("postern"), Map.of("JAVA_HOME", empty.toString())).err())
        .contains("there is no bin/java in it");
  }

  @Test
  void an_old_java_is_refused() throws Exception {
    for (String version : List.of("1.8.0_402", "11.0.21", "16")) {
      java = pretendedJava(version);
      Ran ran = launch("--version");
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("postern needs 17 or newer");
    }
  }

  @Test
  void a_wrong_archive_says_nothing_on_standard_output() throws Exception {
    Path jar = tree.resolve("policy-cli/target/quick/postern.jar");
    SingleJar.write(Files.createDirectories(jar.getParent()).resolve("made.jar"));
    script(
        tree.resolve("mvnw"), "cd \"${0%/*}/policy-cli/target/quick\" && mv made.jar postern.jar");
    Files.writeString(temporary.resolve("policy.json"), Policies.FAULTY);
    java = Path.of(System.getProperty("java.home"));
    String[] lint = {"lint", "--format=json", "policy.json"};

    Ran built = launch(lint);
    assertThat(built.code()).as(built.err()).isEqualTo(1);
    Path archive = archive();
    assertThat(archive).isNotEmptyFile();
    Ran archived = launch(lint);
    Files.delete(archive);
    Files.writeString(archive, "no archive at all");
    Ran foreign = launch(lint);

    assertThat(archived).isEqualTo(new Ran(1, built.out(), ""));
    assertThat(foreign.code()).isEqualTo(1);
    assertThat(foreign.out()).isEqualTo(built.out());
    assertThat(Ran.at(foreign.json(), "findings/0/rule")).isEqualTo("element-wrong-case");
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.list(tree.resolve("policy-cli/target/quick"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }
}
