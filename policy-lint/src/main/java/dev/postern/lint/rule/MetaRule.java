package dev.postern.lint.rule;

/**
 * A rule about what the linter itself is told: its configuration, baselines and catalog. It finds
 * nothing in a policy; the one who reads such a setting reports under its name.
 *
 * @param info its id, severity and the rest
 */
record MetaRule(RuleInfo info) implements Rule {}
