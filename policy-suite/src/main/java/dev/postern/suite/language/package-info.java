/**
 * The language of policy tests. The text of a {@code *.policytest} file comes in, scenarios go out.
 * The generated parser stays in here: {@code SentenceReader} and its kin turn its trees into
 * sentences. Start at {@link dev.postern.suite.language.PolicyTestReader}.
 */
@NullMarked
package dev.postern.suite.language;

import org.jspecify.annotations.NullMarked;
