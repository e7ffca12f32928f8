/**
 * The questions that every engine is asked, and their right answers. Policies and requests are
 * plain values; a small, slow evaluator that shares no code with any engine says what is right.
 * Start at {@link Workload}.
 */
@NullMarked
package dev.postern.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
