package dev.postern.model;

import com.google.common.base.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The name of a condition key, such as {@code aws:SourceIp} or {@code aws:ResourceTag/Team}. IAM
 * ignores the letter case of all of it, the part behind the slash included, so two spellings are
 * equal. AWS: "IAM JSON policy elements: Condition".
 *
 * @param text as it was written
 */
public record ConditionKey(String text) {

  /** The name in lower case: what is compared. */
  public String folded() {
    return Ascii.toLowerCase(text);
  }

  /** The service or {@code aws}: what stands before the first colon, in lower case. */
  public String service() {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : Ascii.toLowerCase(text.substring(0, colon));
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ConditionKey other && Ascii.equalsIgnoreCase(text, other.text);
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
