package dev.postern.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it takes, and what it does. */
interface Command {
  /** Its name, options and help. */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @return the {@link ExitCode}
   * @throws UsageException if the options make no sense together
   */
  int run(ParseResult given, Console console);
}
