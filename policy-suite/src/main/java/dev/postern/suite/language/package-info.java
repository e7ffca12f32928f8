/**
 * The language of policy tests. The text of a {@code *.policytest} file comes in, scenarios go out.
 * Only {@code Syntax} and {@code SentenceReader} know the generated parser. Start at {@link
 * dev.postern.suite.language.PolicyTestReader}.
 */
@NullMarked
package dev.postern.suite.language;

import org.jspecify.annotations.NullMarked;
