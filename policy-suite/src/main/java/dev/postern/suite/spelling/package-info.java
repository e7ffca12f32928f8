/**
 * What AWS does not know by the name that a test gives it. Start at {@link
 * dev.postern.suite.spelling.Spelling}.
 */
@NullMarked
package dev.postern.suite.spelling;

import org.jspecify.annotations.NullMarked;
