/**
 * Tests of policies, whatever they are written in. Files come in, {@linkplain
 * dev.postern.eval.scenario.Scenario scenarios} go out. Start at {@link
 * dev.postern.suite.SuiteReader}.
 */
@NullMarked
package dev.postern.suite;

import org.jspecify.annotations.NullMarked;
