package dev.postern.cli;

import dev.postern.catalog.Catalog;
import dev.postern.catalog.CatalogException;
import dev.postern.catalog.CatalogInfo;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The option {@code --catalog}: which catalog a run asks. Only commands that have it load one, so
 * that no other start pays for it.
 */
final class CatalogOption {
  /** From this age on, in days, a catalog is refreshed before anybody relies on it. */
  private static final long OLD = 180;

  private static final String NAME = "--catalog";

  private CatalogOption() {}

  static OptionSpec spec() {
    return Options.text(
        NAME, "FILE", "ask a newer catalog of the same format, and not the one that is built in");
  }

  /**
   * Asks the catalog, and warns if it is old.
   *
   * @param asking what is asked, and the exit code that comes of it
   * @return that code; another one, and told, if the catalog cannot be read
   */
  static int askWarning(ParseResult given, Console console, ToIntFunction<Catalog> asking) {
    return ask(
        given,
        console,
        catalog -> {
          warnIfOld(catalog.info(), console);
          return asking.applyAsInt(catalog);
        });
  }

  /**
   * Asks the catalog.
   *
   * @param asking what is asked, and the exit code that comes of it
   * @return that code; another one, and told, if the catalog cannot be read
   */
  static int ask(ParseResult given, Console console, ToIntFunction<Catalog> asking) {
    String file = given.matchedOptionValue(NAME, "");
    try {
      Catalog catalog =
          file.isEmpty() ? Catalog.bundled() : Catalog.load(console.folder().resolve(file));
      return asking.applyAsInt(catalog);
    } catch (CatalogException e) {
      if (file.isEmpty()) {
        new Faults(console).report(String.valueOf(e.getMessage()));
        return ExitCode.FAULT;
      }
      console.tell(NAME + ": " + e.getMessage());
    } catch (InvalidPathException e) {
      console.tell(NAME + ": " + file + ": " + e.getReason());
    } catch (IOException e) {
      console.tell(NAME + ": " + file + ": " + Inputs.reason(e));
    }
    return ExitCode.UNREADABLE;
  }

  private static void warnIfOld(CatalogInfo info, Console console) {
    long age = age(info, console);
    if (age > OLD) {
      console.tell(
          "the catalog is "
              + age
              + " days old, of "
              + info.dataDate()
              + ": what AWS has added since is not in it");
    }
  }

  /** How many days old the facts are; none, too, where it is still the day before. */
  static long age(CatalogInfo info, Console console) {
    LocalDate today = LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC);
    return Math.max(0, ChronoUnit.DAYS.between(info.dataDate(), today));
  }
}
