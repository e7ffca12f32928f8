/**
 * What tests of policies would notice. Scenarios come in; each policy they attach is changed in
 * many small ways, and what comes out says which changes made no test fail. Start at {@link
 * dev.postern.suite.mutation.MutationRun}.
 */
@NullMarked
package dev.postern.suite.mutation;

import org.jspecify.annotations.NullMarked;
