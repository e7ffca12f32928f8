package dev.postern.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The lines of a stream, one at a time. A line that is too long or not UTF-8 is a problem of that
 * line; those behind it are read.
 */
final class Lines {
  /** The longest line, in bytes: many times a request with all policies that AWS's quotas allow. */
  static final int LONGEST = 1 << 24;

  private final String name;
  private final InputStream in;
  private final BooleanSupplier worthWaiting;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private int number;

  /**
   * The lines of a stream.
   *
   * @param name what errors call it
   * @param worthWaiting asked before reading when nothing has arrived yet; if not, this is the end
   */
  Lines(String name, InputStream in, BooleanSupplier worthWaiting) {
    this.name = name;
    this.in = in;
    this.worthWaiting = worthWaiting;
  }

  /** The next line that is not blank; empty at the end. */
  Optional<Line> next() throws IOException {
    while (from < to || fill()) {
      number++;
      Gathered gathered = new Gathered();
      int end;
      do {
        end = endOfLine();
        gathered.add(buffer, from, end);
        from = end;
      } while (end == to && fill());
      // Behind the line feed; the last line may have none.
      from = Math.min(from + 1, to);
      if (gathered.isTooLong()) {
        return Optional.of(new Line.TooLong(name, number));
      }
      if (!gathered.isBlank()) {
        return Optional.of(new Line.Whole(name, number, gathered.bytes()));
      }
    }
    return Optional.empty();
  }

  private int endOfLine() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    if (in.available() == 0 && !worthWaiting.getAsBoolean()) {
      return false;
    }
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    return to > 0;
  }

  /** The bytes of one line, as far as they are kept. */
  private static final class Gathered {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    private boolean tooLong;
    private boolean blank = true;

    void add(byte[] buffer, int from, int to) {
      tooLong |= to - from > LONGEST - bytes.size();
      if (!tooLong) {
        bytes.write(buffer, from, to - from);
      }
      for (int i = from; i < to && blank; i++) {
        blank = buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r';
      }
    }

    boolean isTooLong() {
      return tooLong && !blank;
    }

    boolean isBlank() {
      return blank;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
