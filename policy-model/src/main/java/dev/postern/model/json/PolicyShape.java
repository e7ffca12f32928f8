package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Comparator;

/** The choices that JSON leaves to whoever writes a policy. */
enum PolicyShape {
  /** As the author chose: the places where things stood tell. */
  FAITHFUL {
    @Override
    ImmutableList<Member> order(ImmutableList<Member> members) {
      // A stable sort: members that stand nowhere in particular keep the grammar's order.
      return ImmutableList.sortedCopyOf(
          Comparator.comparingInt(member -> member.span.startOffset()), members);
    }

    @Override
    boolean isBare(SourceSpan list, ImmutableList<? extends Located<?>> values) {
      return values.size() == 1 && list.covers(values.get(0).span());
    }

    @Override
    boolean isBareStatement(SourceSpan list, ImmutableList<? extends Located<?>> statements) {
      return isBare(list, statements);
    }
  },

  /** Always the same. */
  CANONICAL {
    @Override
    ImmutableList<Member> order(ImmutableList<Member> members) {
      return members;
    }

    @Override
    boolean isBare(SourceSpan list, ImmutableList<? extends Located<?>> values) {
      return values.size() == 1;
    }

    // A list even for one: a second statement is then an addition and no rewriting.
    @Override
    boolean isBareStatement(SourceSpan list, ImmutableList<? extends Located<?>> statements) {
      return false;
    }
  };

  /**
   * A member that is about to be written.
   *
   * @param span where its value stood
   * @param value writes the value
   */
  record Member(String name, SourceSpan span, Runnable value) {}

  /** Puts members into order; they come in the order of IAM's grammar. */
  abstract ImmutableList<Member> order(ImmutableList<Member> members);

  /** Whether a list of values is written as its only value. */
  abstract boolean isBare(SourceSpan list, ImmutableList<? extends Located<?>> values);

  /** Whether the list of statements is written as its only statement. */
  abstract boolean isBareStatement(SourceSpan list, ImmutableList<? extends Located<?>> statements);
}
