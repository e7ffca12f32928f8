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
import java.io.IOException;
import java.io.UncheckedIOException;

/** A line of a stream as its bytes; decoding them is left to whoever answers it. */
sealed interface Line {
  /** What errors call the stream. */
  String file();

  /** Its number in the stream, counted from 1. */
  int number();

  /** How many bytes are kept of it. */
  int size();

  /** Its text, or what is wrong with it; places count from the stream's first line. */
  SourceFile decode();

  /** A line that can be read. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and gone once it is decoded.
  record Whole(String file, int number, byte[] bytes) implements Line {
    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public SourceFile decode() {
      SourceFile read = read();
      SourceText line = SourceText.part(file, read.source().text(), number);
      return new SourceFile(
          line,
          read.problem().stream()
              .map(problem -> moved(problem, line))
              .collect(ImmutableList.toImmutableList()));
    }

    private SourceFile read() {
      try {
        return SourceFile.read(file, new ByteArrayInputStream(bytes), ReadLimits.SCENARIOS);
      } catch (IOException e) {
        throw new UncheckedIOException("reading from memory", e);
      }
    }

    private static Problem moved(Problem problem, SourceText line) {
      SourceSpan span = problem.span();
      return new Problem(
          problem.code(),
          new SourceSpan(line, span.pointer(), span.startOffset(), span.endOffset()),
          problem.message(),
          problem.help());
    }
  }

  /** A line that is longer than any that is read; nothing is kept of it. */
  record TooLong(String file, int number) implements Line {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public SourceFile decode() {
      SourceText line = SourceText.part(file, "", number);
      return new SourceFile(
          line,
          ImmutableList.of(
              new Problem(
                  ProblemCode.LIMIT_SIZE,
                  new SourceSpan(line, JsonPointer.ROOT, 0, 0),
                  "the line has more than " + Lines.LONGEST + " bytes",
                  "at most " + Lines.LONGEST + " are read")));
    }
  }
}
