package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceText;

/**
 * A policy as its author wrote it. Two documents are equal when they say the same, wherever they
 * stood. AWS: "Grammar of the IAM JSON policy language".
 *
 * @param type what the document is attached to
 * @param version the version of the language; {@link PolicyVersion#UNSTATED} stands at the document
 * @param id the document's {@code Id}; where there is none it stands at the document
 * @param statements the statements in the author's order; the span is that of the list, or of the
 *     single statement that stands without one
 */
public record PolicyDocument(
    PolicyType type,
    Located<PolicyVersion> version,
    Located<Label> id,
    Located<ImmutableList<Located<Statement>>> statements) {

  /** The statements with their places, in the author's order. */
  public ImmutableList<Located<Statement>> statementList() {
    return statements.value();
  }

  /** The text the document was read from. */
  public SourceText source() {
    return statements.span().source();
  }
}
