package dev.postern.eval.scenario;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.postern.eval.CompiledPolicy;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the policy files that tests name: each once, however many tests name it. Thread-safe. */
public final class PolicyFiles {
  /** So many files are kept; what is read again after that is only slower. */
  private static final int MOST = 1_000;

  private final PolicyReader reader;
  private final Cache<Key, CompiledPolicy> sound =
      CacheBuilder.newBuilder().maximumSize(MOST).build();

  /** A file may be read as several types. */
  private record Key(Path file, PolicyType type) {}

  /** A file that was read, with its policy or with what is wrong with it. */
  public sealed interface Found {
    /** It holds a policy. */
    record Sound(CompiledPolicy policy) implements Found {}

    /** It holds none. */
    record Faulty(PolicyReading reading) implements Found {}
  }

  private PolicyFiles(PolicyReader reader) {
    this.reader = reader;
  }

  /** A policy that AWS would not store is an error. */
  public static PolicyFiles strict() {
    return new PolicyFiles(PolicyReader.strict());
  }

  /** A policy that AWS may have stored once is decided by the rules for such oddities. */
  public static PolicyFiles lenient() {
    return new PolicyFiles(PolicyReader.lenient());
  }

  /** What reads them. */
  public PolicyReader reader() {
    return reader;
  }

  /**
   * The policy of a file.
   *
   * @param type what it is attached to
   * @throws IOException if the file cannot be read
   */
  public Found read(Path file, PolicyType type) throws IOException {
    Key key = new Key(file, type);
    CompiledPolicy known = sound.getIfPresent(key);
    if (known != null) {
      return new Found.Sound(known);
    }
    PolicyReading reading = reader.examine(file, type);
    if (reading.document().isEmpty()) {
      return new Found.Faulty(reading);
    }
    CompiledPolicy policy = CompiledPolicy.of(reading.orThrow()).noting(reading.problems());
    sound.put(key, policy);
    return new Found.Sound(policy);
  }
}
