package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a stream, one at a time. A line that is too long or not UTF-8 is a problem of that
 * line; those behind it are read.
 */
final class Lines {
  /** The longest line, in bytes: many times a request with all policies that AWS's quotas allow. */
  static final int LONGEST = 1 << 24;

  private static final ReadLimits LIMITS = ReadLimits.SCENARIOS;

  private final String name;
  private final InputStream in;
  private int number;

  Lines(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** The next line that is not blank; empty at the end. */
  Optional<SourceFile> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
    int b = in.read();
    while (b >= 0) {
      number++;
      boolean tooLong = false;
      boolean blank = true;
      while (b >= 0 && b != '\n') {
        tooLong |= bytes.size() == LONGEST;
        blank &= b == ' ' || b == '\t' || b == '\r';
        if (!tooLong) {
          bytes.write(b);
        }
        b = in.read();
      }
      if (!blank) {
        return Optional.of(tooLong ? tooLong() : line(bytes.toByteArray()));
      }
      bytes.reset();
      b = b < 0 ? b : in.read();
    }
    return Optional.empty();
  }

  private SourceFile line(byte[] bytes) throws IOException {
    SourceFile read = SourceFile.read(name, new ByteArrayInputStream(bytes), LIMITS);
    SourceText line = SourceText.part(name, read.source().text(), number);
    return new SourceFile(
        line,
        read.problem().stream()
            .map(problem -> moved(problem, line))
            .collect(ImmutableList.toImmutableList()));
  }

  private static Problem moved(Problem problem, SourceText line) {
    SourceSpan span = problem.span();
    return new Problem(
        problem.code(),
        new SourceSpan(line, span.pointer(), span.startOffset(), span.endOffset()),
        problem.message(),
        problem.help());
  }

  private SourceFile tooLong() {
    SourceText line = SourceText.part(name, "", number);
    return new SourceFile(
        line,
        ImmutableList.of(
            new Problem(
                ProblemCode.LIMIT_SIZE,
                new SourceSpan(line, JsonPointer.ROOT, 0, 0),
                "the line has more than " + LONGEST + " bytes",
                "at most " + LONGEST + " are read")));
  }
}
