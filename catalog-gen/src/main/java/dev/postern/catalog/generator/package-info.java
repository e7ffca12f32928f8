/**
 * Makes the data files of the catalog from the packages of its sources: reads and corrects what
 * they say, compares it with the catalog that is checked in, and writes text that a person can
 * review. Start at {@link dev.postern.catalog.generator.Refresh}; the README beside says how it is
 * run.
 */
@NullMarked
package dev.postern.catalog.generator;

import org.jspecify.annotations.NullMarked;
