package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;
import java.util.Optional;

/**
 * What came of reading a JSON text.
 *
 * @param root the value; empty when the text is not JSON or exceeds a limit
 * @param problems what is wrong with it; duplicate names leave a value to go on with
 */
public record JsonReading(ImmutableList<JsonValue> root, ImmutableList<Problem> problems) {
  /** The value, where there is one. */
  public Optional<JsonValue> value() {
    return root.stream().findFirst();
  }
}
