/**
 * Lints policies: documents come in, {@link dev.postern.lint.Finding}s go out. Nothing here knows a
 * single rule by name. Start at {@link dev.postern.lint.Linter}.
 */
@NullMarked
package dev.postern.lint;

import org.jspecify.annotations.NullMarked;
