package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;

/**
 * Reads strict JSON (RFC 8259) into values that know their places. Finds repeated names, which JSON
 * readers commonly let pass, and keeps within {@link ReadLimits}. Thread-safe.
 */
public final class JsonReader {
  private final ReadLimits limits;

  private JsonReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** A reader that keeps within the given limits. */
  public static JsonReader within(ReadLimits limits) {
    return new JsonReader(limits);
  }

  /** Reads the whole text as one value. Never throws for what the text holds. */
  public JsonReading read(SourceText source) {
    if (source.text().length() > limits.characters()) {
      Problem problem =
          new Problem(
              ProblemCode.LIMIT_SIZE,
              new SourceSpan(source, JsonPointer.ROOT, 0, 0),
              "the text has " + source.text().length() + " characters",
              "at most " + limits.characters() + " are read");
      return new JsonReading(ImmutableList.of(), ImmutableList.of(problem));
    }
    return new ValueParser(source, limits).read();
  }
}
