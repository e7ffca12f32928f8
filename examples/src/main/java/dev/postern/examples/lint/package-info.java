/** A rule of one's own beside those of the linter. */
@NullMarked
package dev.postern.examples.lint;

import org.jspecify.annotations.NullMarked;
