/**
 * What the decisions are measured against: hand-written Java, and the engines of others. Nothing
 * here uses Postern's evaluator.
 */
@NullMarked
package dev.postern.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
