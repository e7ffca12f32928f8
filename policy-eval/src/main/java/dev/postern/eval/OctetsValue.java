package dev.postern.eval;

import com.google.common.io.BaseEncoding;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code BinaryEquals} compares: octets, written in base-64 with the standard alphabet and
 * padding. Equal when the octets are, however they were written: the bits that fill up the last
 * character may be any, so {@code QR==} is {@code QQ==}. AWS: "IAM JSON policy elements: Condition
 * operators"; RFC 4648, section 3.5.
 */
final class OctetsValue {
  private final byte[] octets;

  private OctetsValue(byte[] octets) {
    this.octets = octets;
  }

  /** Decodes base-64; nothing if it is none. */
  static Optional<OctetsValue> parse(String text) {
    // Guava takes padding that is missing, or too much of it.
    boolean padded = text.length() % 4 == 0 && !text.endsWith("===");
    return padded && BaseEncoding.base64().canDecode(text)
        ? Optional.of(new OctetsValue(BaseEncoding.base64().decode(text)))
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof OctetsValue other && Arrays.equals(octets, other.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return BaseEncoding.base64().encode(octets);
  }
}
