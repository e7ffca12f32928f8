package dev.postern.examples.orders;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.MapDifference;
import com.google.common.collect.Maps;
import dev.postern.eval.CompiledPolicy;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.json.PolicyRefusedException;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The folder with the policies, read again whenever a file of it changes. A file with a mistake
 * stays as it was when it was last good, and the mistake is logged with its place; a file that is
 * removed takes along what it granted.
 */
final class PolicyFolder {
  /*
   * Texts are compared, not times: two changes within one tick of the file system's clock, or a file
   * that was replaced by an older one, are seen. Policies are small, and a second is long. Nor is the
   * file system asked to call back: that fails where containers mount folders of configuration.
   */
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFolder.class);

  private final Path root;
  // What each file held when it was last looked at, good or not, so that a mistake is logged once.
  private final Map<String, String> seen = new HashMap<>();
  private volatile Policies current = new Policies(ImmutableMap.of());

  private PolicyFolder(Path root) {
    this.root = root;
  }

  /**
   * Reads the folder for the first time.
   *
   * @throws IOException if something cannot be read, or nobody could do anything
   * @throws PolicyRefusedException if a file has a mistake: a service does not start on half of its
   *     policies
   */
  static PolicyFolder open(Path root) throws IOException {
    PolicyFolder folder = new PolicyFolder(root);
    for (Map.Entry<String, Path> file : folder.files().entrySet()) {
      PolicyReader.strict().read(file.getValue(), type(file.getKey()));
    }
    folder.reload();
    if (!folder.current.byFile().containsKey(Policies.BOUNDARY)) {
      throw new NoSuchFileException(root.resolve(Policies.BOUNDARY).toString());
    }
    return folder;
  }

  /** The policies as of now. Take them once for a request. */
  Policies current() {
    return current;
  }

  // README: hot-reload
  /** Looks for changes; what is in force changes at once or not at all. */
  @Scheduled(fixedDelayString = "${orders.look-every}")
  synchronized void reload() {
    try {
      ImmutableSortedMap<String, Path> files = files();
      ImmutableMap.Builder<String, CompiledPolicy> next = ImmutableMap.builder();
      files.forEach((name, file) -> policy(name, file).ifPresent(good -> next.put(name, good)));
      seen.keySet().retainAll(files.keySet());
      publish(new Policies(next.buildOrThrow()));
    } catch (IOException e) {
      LOG.error("{} cannot be listed, its policies stay as they are", root, e);
    }
  }

  /** The policy of a file: the one that stands there now, or else its last good one. */
  private Optional<CompiledPolicy> policy(String name, Path file) {
    Optional<CompiledPolicy> last = Optional.ofNullable(current.byFile().get(name));
    try {
      SourceFile opened = SourceFile.open(file, ReadLimits.POLICY);
      String text = opened.source().text();
      if (text.equals(seen.put(name, text))) {
        return last;
      }
      PolicyReading reading = PolicyReader.strict().examine(opened.source(), type(name));
      if (opened.problem().isEmpty() && reading.document().isPresent()) {
        return reading.document().map(CompiledPolicy::of);
      }
      Iterables.concat(opened.problem(), reading.problems())
          .forEach(problem -> LOG.error("{}; the last good one stays in force", problem));
      return last;
    } catch (NoSuchFileException e) {
      // Gone since it was listed. If it comes back with the same text, that is news.
      seen.remove(name);
      return Optional.empty();
    } catch (IOException e) {
      LOG.error("{} cannot be read, its last good policy stays in force", file, e);
      return last;
    }
  }

  // README: end

  private void publish(Policies next) {
    // What did not change was not compiled again, and is the same object.
    MapDifference<String, CompiledPolicy> changes =
        Maps.difference(current.byFile(), next.byFile());
    current = next;
    changes.entriesDiffering().keySet().forEach(name -> LOG.info("{} has changed", name));
    changes.entriesOnlyOnRight().keySet().forEach(name -> LOG.info("{} is in force", name));
    changes.entriesOnlyOnLeft().keySet().forEach(name -> LOG.info("{} is gone", name));
  }

  private static PolicyType type(String name) {
    return name.equals(Policies.BOUNDARY) ? PolicyType.PERMISSIONS_BOUNDARY : PolicyType.IDENTITY;
  }

  /** The files that say something, by their names below the folder. */
  private ImmutableSortedMap<String, Path> files() throws IOException {
    ImmutableSortedMap.Builder<String, Path> files = ImmutableSortedMap.naturalOrder();
    Path boundary = root.resolve(Policies.BOUNDARY);
    if (Files.exists(boundary)) {
      files.put(Policies.BOUNDARY, boundary);
    }
    for (String folder : List.of("roles", "users")) {
      if (Files.exists(root.resolve(folder))) {
        try (DirectoryStream<Path> children =
            Files.newDirectoryStream(root.resolve(folder), "*.json")) {
          children.forEach(file -> files.put(folder + "/" + file.getFileName(), file));
        }
      }
    }
    return files.buildOrThrow();
  }
}
