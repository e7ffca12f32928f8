package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceSpan;

/**
 * How a finding can be mended: edits of the text, which keep the rest of it as it stands.
 *
 * @param kind whether a person has to agree
 * @param title what it does, as an order: {@code remove the second entry}
 * @param edits in the order of the text, none within another
 */
public record Fix(Kind kind, String title, ImmutableList<Edit> edits) {

  /** Whether a person has to agree. */
  public enum Kind {
    /** The policy decides every request as before. */
    AUTO,
    /** Access changes, so a person has to agree. */
    OFFER;

    /** As reports write it: {@code auto}. */
    public String word() {
      return this == AUTO ? "auto" : "offer";
    }
  }

  /**
   * A piece of text in the place of another.
   *
   * @param span what is taken away; empty to insert
   * @param newText what comes in its place; empty to delete
   */
  public record Edit(SourceSpan span, String newText) {}

  /** One edit that changes no decision. */
  public static Fix auto(String title, SourceSpan span, String newText) {
    return new Fix(Kind.AUTO, title, ImmutableList.of(new Edit(span, newText)));
  }

  /** One edit that a person has to agree to. */
  public static Fix offer(String title, SourceSpan span, String newText) {
    return new Fix(Kind.OFFER, title, ImmutableList.of(new Edit(span, newText)));
  }
}
