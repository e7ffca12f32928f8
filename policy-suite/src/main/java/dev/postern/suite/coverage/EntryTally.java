package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/** The counts of one entry as they grow. */
final class EntryTally {
  private final Element element;
  private final String text;
  private final SourceSpan span;
  private Touches touches = Touches.NONE;

  private EntryTally(Element element, String text, SourceSpan span) {
    this.element = element;
    this.text = text;
    this.span = span;
  }

  /** The entries of a statement: of principal, action and resource. */
  static ImmutableList<EntryTally> of(Statement statement) {
    ImmutableList.Builder<EntryTally> entries = ImmutableList.builder();
    principals(statement.principal(), entries);
    Element action =
        statement.action().value() instanceof ActionElement.NotAction
            ? Element.NOT_ACTION
            : Element.ACTION;
    for (Located<ActionPattern> pattern : statement.action().value().patterns()) {
      entries.add(new EntryTally(action, pattern.value().text(), pattern.span()));
    }
    Element resource =
        statement.resource().value() instanceof ResourceElement.NotResource
            ? Element.NOT_RESOURCE
            : Element.RESOURCE;
    for (Located<ResourcePattern> pattern : statement.resource().value().patterns()) {
      entries.add(new EntryTally(resource, pattern.value().text(), pattern.span()));
    }
    return entries.build();
  }

  private static void principals(
      Located<PrincipalElement> at, ImmutableList.Builder<EntryTally> entries) {
    if (at.value() instanceof PrincipalElement.NotPrincipal) {
      entries.add(new EntryTally(Element.NOT_PRINCIPAL, "", at.span()));
    } else if (at.value().principals() instanceof PrincipalSet.Listed listed) {
      for (PrincipalSet.Entry entry : listed.entries()) {
        for (Located<PrincipalValue> value : entry.values().value()) {
          entries.add(new EntryTally(Element.PRINCIPAL, value.value().text(), value.span()));
        }
      }
    } else {
      entries.add(new EntryTally(Element.PRINCIPAL, "*", at.span()));
    }
  }

  boolean is(Element which, String written) {
    return element == which && text.equals(written);
  }

  void add(Reach reach) {
    touches = touches.plus(reach);
  }

  EntryCoverage coverage() {
    return new EntryCoverage(element, text, span, touches);
  }
}
