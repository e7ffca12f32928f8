/**
 * Says in a test what a policy must and must not allow. Start at {@link
 * dev.postern.test.PolicyAssertions}, which needs AssertJ only; with JUnit Jupiter, {@link
 * dev.postern.test.PolicyFile} and {@link dev.postern.test.Policies} bring policies into a test and
 * {@link dev.postern.test.ScenarioTest} runs files of scenarios.
 */
@NullMarked
package dev.postern.test;

import org.jspecify.annotations.NullMarked;
