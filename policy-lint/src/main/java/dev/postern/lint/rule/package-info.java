/**
 * What a rule is, and every built-in one: a class, a page and a line in {@link
 * dev.postern.lint.rule.BuiltInRules} each. Knows nothing of the linter that runs them. Start at
 * {@link dev.postern.lint.rule.Rule}.
 */
@NullMarked
package dev.postern.lint.rule;

import org.jspecify.annotations.NullMarked;
