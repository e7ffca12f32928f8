package dev.postern.suite.mutation;

import dev.postern.model.PolicyDocument;
import dev.postern.model.source.SourceSpan;
import dev.postern.suite.TestedPolicy;

/**
 * A policy with one change.
 *
 * @param id what kind of change it is, such as {@code condition-removed}
 * @param policy the policy as it was
 * @param statement the index of the statement that is changed, counted from 0
 * @param span what is changed
 * @param change the change for people, to follow a "when", with names in backticks
 * @param advice what a test that notices it asks for
 * @param document the policy as it is now; what was not changed stands where it stood
 */
public record Mutant(
    String id,
    TestedPolicy policy,
    int statement,
    SourceSpan span,
    String change,
    String advice,
    PolicyDocument document) {}
