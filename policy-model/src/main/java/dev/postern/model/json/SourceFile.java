package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as text: UTF-8, and never more of it than the limits allow.
 *
 * @param source its text under its path; what stands before the problem, if there is one
 * @param problem why the text is not to be used: too long, or not UTF-8; empty if it is
 */
public record SourceFile(SourceText source, ImmutableList<Problem> problem) {

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   */
  public static SourceFile open(Path file, ReadLimits limits) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, limits);
    }
  }

  /**
   * Reads a stream to its end, or to the limit.
   *
   * @param name what errors call it
   * @throws IOException if it cannot be read
   */
  public static SourceFile read(String name, InputStream in, ReadLimits limits) throws IOException {
    // A character takes three bytes of UTF-8 at the most for each UTF-16 unit.
    long most = 3L * limits.characters();
    byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > most) {
      SourceText start = SourceText.of(name, "");
      Problem tooLong =
          new Problem(
              ProblemCode.LIMIT_SIZE,
              start.whole(),
              "the text has more than " + limits.characters() + " characters",
              "at most " + limits.characters() + " are read");
      return new SourceFile(start, ImmutableList.of(tooLong));
    }
    return decode(name, bytes);
  }

  private static SourceFile decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    SourceText source = SourceText.of(name, out.flip().toString());
    if (!result.isError()) {
      return new SourceFile(source, ImmutableList.of());
    }
    int end = source.text().length();
    Problem invalid =
        new Problem(
            ProblemCode.JSON_SYNTAX,
            new SourceSpan(source, JsonPointer.ROOT, end, end),
            String.format("the byte 0x%02X is not UTF-8", bytes[in.position()]),
            "JSON files are UTF-8");
    return new SourceFile(source, ImmutableList.of(invalid));
  }
}
