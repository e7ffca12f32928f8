/** What a program does with a report of the linter. */
@NullMarked
package dev.postern.examples.sarif;

import org.jspecify.annotations.NullMarked;
