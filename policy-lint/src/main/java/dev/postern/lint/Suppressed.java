package dev.postern.lint;

/**
 * A finding that somebody knows of and has decided to live with. It counts for nothing, and is
 * still told.
 *
 * @param finding the finding
 * @param reason why, for people
 */
public record Suppressed(Finding finding, String reason) {}
