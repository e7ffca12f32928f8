/**
 * What a project wants of the linter: its configuration and the findings that it lives with. JSON
 * comes in, a linter for each path goes out; nothing here reads a file. Start at {@link
 * dev.postern.lint.config.Configuration}.
 */
@NullMarked
package dev.postern.lint.config;

import org.jspecify.annotations.NullMarked;
