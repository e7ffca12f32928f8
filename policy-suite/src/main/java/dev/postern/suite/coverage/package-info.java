/**
 * What tests of policies have touched. Results of scenarios come in, a {@link
 * dev.postern.suite.coverage.SuiteCoverage} goes out; text and JSON are renderings of it. Start at
 * {@link dev.postern.suite.coverage.CoverageRecorder}.
 */
@NullMarked
package dev.postern.suite.coverage;

import org.jspecify.annotations.NullMarked;
