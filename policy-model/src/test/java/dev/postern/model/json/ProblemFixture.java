package dev.postern.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text beside what the reader says of it. A file holds several:
 *
 * <pre>
 * === identity, strict, refused
 * {"Statement": …}
 * ---
 * error[code]: …
 * </pre>
 *
 * <p>The first line names the policy type, or a resource type, then the mode, limits if they are
 * not the usual ones, and whether the document is read.
 */
record ProblemFixture(
    String file, ImmutableList<String> setting, String outcome, String text, String problems) {

  /** All there are. */
  static ImmutableList<ProblemFixture> all() {
    try (Stream<Path> files =
        Files.list(Path.of(ProblemFixture.class.getResource("problems").toURI()))) {
      return files.sorted().flatMap(ProblemFixture::in).collect(ImmutableList.toImmutableList());
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<ProblemFixture> in(Path file) {
    try {
      String name = file.getFileName().toString().replace(".txt", "");
      List<String> cases = Splitter.on("=== ").splitToList(Files.readString(file, UTF_8));
      return cases.stream().skip(1).map(one -> of(name, one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemFixture of(String file, String one) {
    int line = one.indexOf('\n');
    int answer = one.indexOf("\n---\n");
    ImmutableList<String> header =
        ImmutableList.copyOf(Splitter.on(", ").split(one.substring(0, line)));
    int last = header.size() - 1;
    return new ProblemFixture(
        file,
        header.subList(0, last),
        header.get(last),
        one.substring(line + 1, answer),
        one.substring(answer + 5));
  }

  PolicyReading read() {
    PolicyType type =
        PolicyType.named(setting.get(0)).orElseGet(() -> PolicyType.resource(setting.get(0)));
    PolicyReader reader =
        setting.get(1).equals("lenient") ? PolicyReader.lenient() : PolicyReader.strict();
    if (setting.size() > 2) {
      reader = reader.within(limits(setting.get(2)));
    }
    return reader.examine(SourceText.of("policy.json", text), type);
  }

  private static ReadLimits limits(String words) {
    List<Integer> numbers =
        Splitter.on(' ').splitToStream(words).skip(1).map(Integer::valueOf).toList();
    return new ReadLimits(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
  }

  static String render(PolicyReading reading) {
    return reading.problems().stream().map(Problem::render).collect(joining());
  }

  @Override
  public String toString() {
    return file + ": " + setting + " " + text.replaceAll("\\s+", " ");
  }
}
