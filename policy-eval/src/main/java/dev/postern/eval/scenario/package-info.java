/**
 * Requests with everything that decides them, as JSON: the input of the command line, of batches
 * and of policy tests. Start at {@link dev.postern.eval.scenario.ScenarioReader}.
 */
@NullMarked
package dev.postern.eval.scenario;

import org.jspecify.annotations.NullMarked;
