package dev.postern.lint.account;

import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A JSON text inside a JSON string, percent-encoded or not, that knows where in the outer text each
 * of its characters stands.
 */
public final class EncodedText {
  private static final String OBJECT = "{";

  private final JsonString string;
  private final SourceText decoded;
  private final boolean percent;
  // Counted on first use and idempotent, so a race costs a second count and nothing else.
  private volatile int[] offsets = {};

  private EncodedText(JsonString string, SourceText decoded, boolean percent) {
    this.string = string;
    this.decoded = decoded;
    this.percent = percent;
  }

  /** What a string holds; nothing if it is not encoded by RFC 3986. */
  static Optional<EncodedText> of(JsonString string) {
    String name = string.span().source().name();
    // Encoded, a brace is %7B: nobody has to guess.
    if (string.text().stripLeading().startsWith(OBJECT)) {
      return Optional.of(new EncodedText(string, SourceText.of(name, string.text()), false));
    }
    return PercentEncoding.decode(string.text(), place -> {})
        .map(text -> new EncodedText(string, SourceText.of(name, text), true));
  }

  /** The inner text, under the name of the outer one. */
  public SourceText decoded() {
    return decoded;
  }

  /** Where the string stands. */
  public SourceSpan span() {
    return string.span();
  }

  /** The offset in the outer text of a character of the inner one, or of its end. */
  int offsetOf(int place) {
    int[] known = offsets;
    if (known.length == 0) {
      known = count();
      offsets = known;
    }
    return known[place];
  }

  private int[] count() {
    int[] ofString = unescaped();
    if (!percent) {
      return ofString;
    }
    IntStream.Builder places = IntStream.builder();
    var unused = PercentEncoding.decode(string.text(), place -> places.add(ofString[place]));
    return places.add(ofString[string.text().length()]).build().toArray();
  }

  /* Each character of the string is one of the text, or an escape of two or six. */
  private int[] unescaped() {
    String text = string.span().source().text();
    int[] places = new int[string.text().length() + 1];
    int at = string.span().startOffset() + 1;
    for (int i = 0; i < places.length; i++) {
      places[i] = at;
      at += text.charAt(at) != '\\' ? 1 : text.charAt(at + 1) == 'u' ? 6 : 2;
    }
    return places;
  }
}
