package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Longs;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code postern} command. Finds the command that the arguments name and runs it; each command
 * is a file of its own.
 */
public final class PosternCommand {
  private static final ImmutableMap<String, Supplier<Command>> COMMANDS =
      ImmutableMap.<String, Supplier<Command>>builder()
          .put("lint", LintCommand::new)
          .put("explain", ExplainCommand::new)
          .put("rules", RulesCommand::new)
          .put("simulate", SimulateCommand::new)
          .put("test", TestCommand::new)
          .put("fmt", FmtCommand::new)
          .put("actions", ActionsCommand::new)
          .put("action", ActionCommand::new)
          .put("catalog", CatalogCommand::new)
          .put("schema", SchemaCommand::new)
          .buildOrThrow();

  private PosternCommand() {}

  /** Runs the command and exits with its {@link ExitCode}. */
  public static void main(String[] args) {
    Console console =
        new Console(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            Output.to(new FileOutputStream(FileDescriptor.out)),
            Output.to(new FileOutputStream(FileDescriptor.err)),
            Path.of(""),
            isColoured(),
            Boolean.getBoolean("postern.watched"),
            clock());
    System.exit(run(console, args));
  }

  /*
   * Only a launcher can tell whether standard output is a terminal: System.console() asks for
   * standard input, too, and since Java 22 it may answer for a pipe.
   */
  private static boolean isColoured() {
    return Boolean.getBoolean("postern.terminal")
        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
        && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
  }

  /* AWS goes on while an example stands; whoever wants the same output again sets the day. */
  private static Clock clock() {
    Long seconds = Longs.tryParse(System.getenv().getOrDefault("SOURCE_DATE_EPOCH", ""));
    return seconds == null
        ? Clock.systemUTC()
        : Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
  }

  /** Runs the command that the arguments name. */
  static int run(Console console, String... args) {
    int code;
    try {
      code = parseAndRun(console, args);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      console.tell("internal fault: " + Faults.describe(e));
      code = ExitCode.FAULT;
    }
    console.out().flush();
    Optional<String> loss = console.out().loss();
    if (loss.isPresent()) {
      console.tell("standard output: " + loss.get());
      code = Math.max(code, ExitCode.UNREADABLE);
    }
    console.err().flush();
    return code;
  }

  /* A start pays for the command that it runs and for no other. */
  private static int parseAndRun(Console console, String... args) {
    Supplier<Command> named = args.length == 0 ? null : COMMANDS.get(args[0]);
    if (named == null) {
      return withoutCommand(console, args);
    }
    Command command = named.get();
    CommandLine line = line(command.spec());
    line.getCommandSpec().name("postern " + args[0]);
    try {
      ParseResult given = line.parseArgs(Arrays.copyOfRange(args, 1, args.length));
      if (given.isUsageHelpRequested()) {
        console.out().print(usage(line, console));
        return ExitCode.CLEAN;
      }
      return command.run(given, console);
    } catch (ParameterException e) {
      return misused(line, complaint(e), console);
    } catch (UsageException e) {
      return misused(line, String.valueOf(e.getMessage()), console);
    }
  }

  private static int withoutCommand(Console console, String... args) {
    CommandLine line = line(spec());
    try {
      ParseResult given = line.parseArgs(args);
      if (given.isUsageHelpRequested()) {
        console.out().print(usage(line, console));
        return ExitCode.CLEAN;
      }
      if (given.isVersionHelpRequested()) {
        console.out().line("postern " + version());
        return ExitCode.CLEAN;
      }
      return misused(line, "which command? " + String.join(", ", COMMANDS.keySet()), console);
    } catch (ParameterException e) {
      return misused(line, complaint(e), console);
    }
  }

  private static CommandLine line(CommandSpec spec) {
    return new CommandLine(spec).setExpandAtFiles(false);
  }

  private static int misused(CommandLine line, String complaint, Console console) {
    console.tell(complaint + "; see `" + line.getCommandName() + " --help`");
    return ExitCode.UNREADABLE;
  }

  private static String complaint(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      ImmutableList<String> near = ImmutableList.copyOf(unmatched.getSuggestions());
      message += near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
    return message;
  }

  /** What there is to call; also what the reference is written from. */
  static CommandSpec spec() {
    CommandSpec root =
        Options.command(
            "postern",
            "Reads, lints, decides and tests AWS IAM policies, and tells what exists at AWS, offline.",
            """
            Each command has its own --help. The result goes to standard output, all talk to
            standard error; - stands for standard input.

            Exit codes:
              0  clean
              1  findings, decisions that were not expected, actions that do not exist
              2  wrong usage, or input that cannot be read
              3  a mistake of ours

            Examples:
              postern lint policies/
              postern simulate --explain scenarios/
              postern test tests/
              postern fmt --check policies/
              postern actions 's3:Get*'
            """);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("show the version")
            .build());
    root.usageMessage().commandListHeading("%nCommands:%n").synopsisSubcommandLabel("COMMAND");
    COMMANDS.forEach((name, command) -> root.addSubcommand(name, command.get().spec()));
    return root;
  }

  private static String usage(CommandLine line, Console console) {
    return line.getUsageMessage(console.coloured() ? Ansi.ON : Ansi.OFF);
  }

  private static String version() {
    String version = PosternCommand.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
