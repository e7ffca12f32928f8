package dev.postern.cli;

import dev.postern.catalog.Catalog;
import dev.postern.catalog.CatalogInfo;
import dev.postern.model.json.JsonWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern catalog}: which catalog answers, and how old is it? */
final class CatalogCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "catalog",
            "Says which catalog of AWS's services and actions is asked, and how old it is.",
            """
            What AWS added behind the date of the data is not in the catalog. Nothing is looked up
            on the network; docs/catalog.md says how a newer catalog is made.

            Exit codes:
              0  printed
              2  wrong usage, or a catalog that cannot be read
              3  a mistake of ours

            Examples:
              postern catalog
              postern catalog --json
            """)
        .addOption(Options.flag("--json", "print one JSON object"))
        .addOption(CatalogOption.spec());
  }

  @Override
  public int run(ParseResult given, Console console) {
    return CatalogOption.askWarning(
        given,
        console,
        catalog -> {
          console
              .out()
              .line(
                  Options.isSet(given, "--json") ? json(catalog, console) : text(catalog, console));
          return ExitCode.CLEAN;
        });
  }

  private static String text(Catalog catalog, Console console) {
    CatalogInfo info = catalog.info();
    return String.format(
        Locale.ROOT,
        """
        source:         %s
        format:         %d
        data of:        %s, %d days old
        services:       %,d
        actions:        %,d
        resource types: %,d
        condition keys: %,d""",
        Visible.line(info.source()),
        info.format(),
        info.dataDate(),
        CatalogOption.age(info, console),
        info.services(),
        info.actions(),
        info.resourceTypes(),
        info.conditionKeys());
  }

  private static String json(Catalog catalog, Console console) {
    CatalogInfo info = catalog.info();
    JsonWriter json = JsonWriter.compact().beginObject();
    json.member("source", info.source()).member("format", info.format());
    json.member("dataDate", info.dataDate().toString());
    json.member("ageDays", CatalogOption.age(info, console));
    json.member("services", info.services()).member("actions", info.actions());
    json.member("resourceTypes", info.resourceTypes());
    json.member("conditionKeys", info.conditionKeys());
    return Visible.json(json.endObject().text());
  }
}
