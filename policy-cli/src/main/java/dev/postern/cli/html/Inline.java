package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;

/** A piece of a sentence. */
sealed interface Inline {
  String text();

  /** Words. */
  record Words(String text) implements Inline {}

  /** The author's text, or a name of IAM's. */
  record Code(String text) implements Inline {}

  /** A sentence cut at its backticks; one without a partner is a character like others. */
  static ImmutableList<Inline> split(String sentence) {
    ImmutableList.Builder<Inline> pieces = ImmutableList.builder();
    int from = 0;
    while (from < sentence.length()) {
      int open = sentence.indexOf('`', from);
      int close = open < 0 ? -1 : sentence.indexOf('`', open + 1);
      if (close < 0) {
        pieces.add(new Words(sentence.substring(from)));
        break;
      }
      if (open > from) {
        pieces.add(new Words(sentence.substring(from, open)));
      }
      pieces.add(new Code(sentence.substring(open + 1, close)));
      from = close + 1;
    }
    return pieces.build();
  }
}
