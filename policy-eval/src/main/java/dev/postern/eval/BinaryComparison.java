package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;

/**
 * {@code BinaryEquals}: the octets behind two base-64 texts.
 *
 * @param octets the policy's values that are base 64
 * @param unreadable those that are not, and match nothing
 * @param texts all of them as they were written
 */
record BinaryComparison(
    ImmutableList<OctetsValue> octets,
    ImmutableList<String> unreadable,
    ImmutableList<String> texts)
    implements Comparison {
  static BinaryComparison of(Condition condition) {
    ImmutableList.Builder<OctetsValue> octets = ImmutableList.builder();
    ImmutableList.Builder<String> unreadable = ImmutableList.builder();
    ImmutableList<String> texts = Comparison.texts(condition);
    for (String text : texts) {
      OctetsValue.parse(text).ifPresentOrElse(octets::add, () -> unreadable.add(text));
    }
    return new BinaryComparison(octets.build(), unreadable.build(), texts);
  }

  @Override
  public Truth passes(RequestValue value, RequestContext context) {
    OctetsValue brought = value.octets();
    return Truth.of(brought != null && octets.contains(brought));
  }

  @Override
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return value.octets() == null;
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return texts;
  }
}
