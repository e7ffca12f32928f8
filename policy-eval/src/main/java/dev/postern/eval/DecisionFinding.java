package dev.postern.eval;

import dev.postern.model.source.SourceSpan;

/**
 * Something about the policies that the reader of a decision should know.
 *
 * @param code stable
 * @param span where it stands
 * @param text one line
 */
public record DecisionFinding(String code, SourceSpan span, String text) {}
