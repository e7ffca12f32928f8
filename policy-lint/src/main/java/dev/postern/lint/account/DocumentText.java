package dev.postern.lint.account;

import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import dev.postern.model.source.SourceSpan;

/** How the document of a policy stands in the text of an account. */
public sealed interface DocumentText {
  /** Where in the account's text something stands that was read from the document. */
  SourceSpan inAccount(SourceSpan span);

  /** As an object, as the AWS CLI prints it. */
  record Plain() implements DocumentText {
    @Override
    public SourceSpan inAccount(SourceSpan span) {
      return span;
    }
  }

  /**
   * Within a string, as the API answers.
   *
   * @param string the string
   */
  record Encoded(EncodedText string) implements DocumentText {
    @Override
    public SourceSpan inAccount(SourceSpan span) {
      if (span.source() != string.decoded()) {
        return span;
      }
      JsonPointer pointer = string.span().pointer();
      for (Step step : span.pointer().steps()) {
        pointer =
            step instanceof Step.Member member
                ? pointer.member(member.name())
                : pointer.element(((Step.Element) step).index());
      }
      return new SourceSpan(
          string.span().source(),
          pointer,
          string.offsetOf(span.startOffset()),
          string.offsetOf(span.endOffset()));
    }
  }
}
