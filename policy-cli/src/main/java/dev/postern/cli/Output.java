package dev.postern.cli;

import com.google.common.base.Ascii;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run writes to: buffered, and UTF-8 whatever the platform. A write that fails is
 * remembered and all later ones are dropped, so that a reader who has seen enough ends a run
 * without noise and without changing what the run found.
 */
final class Output {
  private final Writer writer;
  private @Nullable IOException failure;

  private Output(Writer writer) {
    this.writer = writer;
  }

  static Output to(OutputStream stream) {
    return new Output(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16));
  }

  void print(String text) {
    if (failure == null) {
      try {
        writer.write(text);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  void line(String text) {
    print(text);
    print("\n");
  }

  void flush() {
    if (failure == null) {
      try {
        writer.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Whether anything written still arrives. */
  boolean isOpen() {
    return failure == null;
  }

  /** Why something was lost; a reader who left, as {@code head} does, is no reason. */
  Optional<String> loss() {
    return Optional.ofNullable(failure)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(message -> !Ascii.toLowerCase(message).contains("pipe"));
  }
}
