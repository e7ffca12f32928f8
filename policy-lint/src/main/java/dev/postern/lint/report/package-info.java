/**
 * Renders what a linter found: for people, and for programs. Start at {@link
 * dev.postern.lint.report.Report}.
 */
@NullMarked
package dev.postern.lint.report;

import org.jspecify.annotations.NullMarked;
