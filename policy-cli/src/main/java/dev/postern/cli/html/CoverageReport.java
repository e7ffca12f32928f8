package dev.postern.cli.html;

import dev.postern.suite.coverage.SuiteCoverage;
import gg.jte.html.OwaspHtmlTemplateOutput;

/**
 * What tests of policies touched, as one page that needs nothing beside it: each policy's text with
 * its parts marked. It has no script.
 */
public final class CoverageReport {
  private CoverageReport() {}

  /** The page. */
  @SuppressWarnings("NullAway") // What watches the tags of a page may be null: nobody does.
  public static String render(SuiteCoverage coverage) {
    VisibleOutput written = new VisibleOutput();
    JteCoveragePageGenerated.render(
        new OwaspHtmlTemplateOutput(written),
        null,
        CoveragePage.of(coverage),
        new Asset(Asset.named("page.css").text() + Asset.named("coverage.css").text()));
    return written.text();
  }
}
