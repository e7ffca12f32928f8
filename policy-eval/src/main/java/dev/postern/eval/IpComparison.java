package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;

/**
 * The address operators: an address in a block of its own family. What is no address matches
 * nothing; whether a negated operator then holds, AWS does not say.
 *
 * @param blocks the policy's values that are addresses or blocks
 * @param unmapped the same, IPv4 blocks that are written as IPv6 read as IPv4
 * @param hasMapped whether the two differ
 * @param unreadable those that are none, and match nothing
 * @param texts all of them as they were written
 */
record IpComparison(
    boolean negated,
    ImmutableList<IpBlock> blocks,
    ImmutableList<IpBlock> unmapped,
    boolean hasMapped,
    ImmutableList<String> unreadable,
    ImmutableList<String> texts)
    implements Comparison {
  static IpComparison of(BaseOperator base, Condition condition) {
    ImmutableList.Builder<IpBlock> blocks = ImmutableList.builder();
    ImmutableList.Builder<String> unreadable = ImmutableList.builder();
    ImmutableList<String> texts = Comparison.texts(condition);
    for (String text : texts) {
      IpBlock.parse(text).ifPresentOrElse(blocks::add, () -> unreadable.add(text));
    }
    ImmutableList<IpBlock> all = blocks.build();
    ImmutableList<IpBlock> unmapped =
        all.stream().map(IpBlock::unmapped).collect(ImmutableList.toImmutableList());
    return new IpComparison(
        base.negated(), all, unmapped, !unmapped.equals(all), unreadable.build(), texts);
  }

  @Override
  public Truth passes(RequestValue value, RequestContext context) {
    IpValue address = value.address();
    if (address == null || blocks.isEmpty()) {
      return negated ? Truth.open(Unspecified.U14) : Truth.FAILS;
    }
    boolean listed = contains(blocks, address);
    // U10: an IPv4 address written as IPv6, on either side, is of the one family or of the other.
    IpValue inside = address.embeddedIpv4().orElse(null);
    if (inside == null && !hasMapped) {
      return Truth.of(listed != negated);
    }
    boolean other = contains(unmapped, inside == null ? address : inside);
    return Truth.ofReadings(Unspecified.U10, listed != negated, other != negated);
  }

  private static boolean contains(ImmutableList<IpBlock> blocks, IpValue address) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return value.address() == null;
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return texts;
  }
}
