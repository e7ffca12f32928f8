package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult;
import dev.postern.lint.report.Report;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * One page that needs nothing beside it: no other file, no connection. It says everything without
 * scripts; with them it can be filtered.
 */
public final class HtmlReport implements Report {
  @Override
  @SuppressWarnings("NullAway") // What watches the tags of a page may be null: nobody does.
  public String render(ImmutableList<LintResult> results) {
    VisibleOutput written = new VisibleOutput();
    JtePageGenerated.render(
        new OwaspHtmlTemplateOutput(written),
        null,
        Page.of(results),
        Asset.named("page.css"),
        Asset.named("page.js"));
    return written.text();
  }
}
