package dev.postern.catalog;

import java.time.LocalDate;

/**
 * An action that AWS's pages once listed and list no longer.
 *
 * @param name such as {@code deepracer:GetTrack}
 * @param lastSeen the date of the last catalog that had it
 */
public record RetiredAction(String name, LocalDate lastSeen) {}
