/**
 * What a linter found, as a page to read in a browser. Results become a {@link
 * dev.postern.cli.html.Page} of plain values; templates, which are Java classes by the time
 * anything runs, write it down and escape what others wrote. Start at {@link
 * dev.postern.cli.html.HtmlReport}.
 */
@NullMarked
package dev.postern.cli.html;

import org.jspecify.annotations.NullMarked;
