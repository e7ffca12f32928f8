package dev.postern.suite.coverage;

import dev.postern.model.source.SourceSpan;

/**
 * What tests had to do with one entry of an element. A decision names one entry of each element as
 * the one that matched, the first that does, so an entry that others make redundant stays
 * untouched.
 *
 * <p>An entry of {@code NotAction} or {@code NotResource} is touched by the requests that it keeps
 * its statement from matching. {@code NotPrincipal} is one part with all its entries, as it spares
 * a requester only if account, role and session are all listed.
 *
 * @param element what it is an entry of
 * @param text as it was written; of {@code NotPrincipal} empty
 * @param span where it stands
 * @param touches how often tests had to do with it
 */
public record EntryCoverage(Element element, String text, SourceSpan span, Touches touches) {

  /** How far tests got with it. */
  public Reach reach() {
    return touches.reach();
  }

  /** Whether tests covered it: whether it ever matched. */
  public boolean isCovered() {
    return touches.isMatched();
  }

  /** For people: {@code Action s3:GetObject}. */
  public String title() {
    return text.isEmpty() ? element.text() : element.text() + " " + text;
  }
}
