package dev.postern.suite.mutation;

import dev.postern.model.source.SourceSpan;

/**
 * A change as people are told of it.
 *
 * @param id its kind
 * @param span what is changed
 * @param text what is done, to follow a "when"
 * @param advice what a test that notices it asks for
 */
record Change(String id, SourceSpan span, String text, String advice) {}
