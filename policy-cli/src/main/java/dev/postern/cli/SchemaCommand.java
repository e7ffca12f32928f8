package dev.postern.cli;

import dev.postern.lint.config.Configuration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern schema}: what may stand in a configuration, for editors. */
final class SchemaCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
        "schema",
        "Prints the JSON Schema of " + Projects.FILE + ", by which an editor helps to write it.",
        """
        An editor that knows YAML finds it by a first line such as

          # yaml-language-server: $schema=postern.schema.json

        Exit codes:
          0  printed
          2  wrong usage
          3  a mistake of ours

        Examples:
          postern schema > postern.schema.json
        """);
  }

  @Override
  public int run(ParseResult given, Console console) {
    console.out().print(Configuration.schema());
    return ExitCode.CLEAN;
  }
}
