package dev.postern.cli;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of the command as Markdown, made from what {@code --help} is made from. */
final class CliReference {
  private static final String INTRODUCTION =
      """
      # The command line

      What each command takes, says and exits with. This page is made from the same facts as `--help`, and a test
      compares the two. [scripting.md](scripting.md) says what of it is a promise, and compares exit codes and formats;
      [formats.md](formats.md) describes the files that go in and out.

      `./postern` in a clone of this repository and `java -jar postern.jar` are the same command.

      """;

  private static final Pattern OPTION = Pattern.compile("(?<![\\w`-])(--[a-z-]+)");

  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  private CliReference() {}

  /** The whole page. */
  static String page() {
    return new CliReference().write(PosternCommand.spec());
  }

  /** The lines under {@code Examples:} of a command's help. */
  static ImmutableList<String> examples(CommandSpec command) {
    return Section.of(command).stream()
        .filter(section -> section.heading.equals("Examples"))
        .flatMap(section -> section.lines.stream())
        .map(String::strip)
        .collect(ImmutableList.toImmutableList());
  }

  private String write(CommandSpec root) {
    line("| command | |");
    line("| --- | --- |");
    subcommands(root)
        .forEach(
            command ->
                line(
                    "| [`%s`](#postern-%s) | %s |",
                    command.name(), command.name(), first(command)));
    page.append("\n## postern\n\n");
    command(root, "postern");
    subcommands(root)
        .forEach(
            command -> {
              String name = "postern " + command.name();
              page.append("\n## ").append(name).append("\n\n");
              command(command, name);
            });
    return page.toString();
  }

  static ImmutableList<CommandSpec> subcommands(CommandSpec root) {
    return root.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .collect(ImmutableList.toImmutableList());
  }

  private void command(CommandSpec command, String name) {
    line("%s", first(command));
    line("");
    String arguments = command.subcommands().isEmpty() ? arguments(command) : " COMMAND";
    line("`%s [OPTION]...%s`", name, arguments);
    if (!command.positionalParameters().isEmpty()) {
      table("argument", command.positionalParameters());
    }
    table("option", command.options());
    Section.of(command).forEach(this::section);
  }

  private static String arguments(CommandSpec command) {
    StringBuilder arguments = new StringBuilder();
    for (PositionalParamSpec argument : command.positionalParameters()) {
      String text = argument.paramLabel() + "...";
      arguments.append(argument.required() ? " " + text : " [" + text + "]");
    }
    return arguments.toString();
  }

  private static String first(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  private void table(String what, List<? extends ArgSpec> rows) {
    line("");
    line("| %s | |", what);
    line("| --- | --- |");
    rows.forEach(row -> line("| `%s` | %s |", cell(label(row)), cell(prose(text(row)))));
  }

  private static String label(ArgSpec row) {
    if (row instanceof OptionSpec option) {
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      return String.join(", ", option.names()) + value;
    }
    return row.paramLabel();
  }

  private static String text(ArgSpec row) {
    return String.join(" ", row.description());
  }

  /* Help is plain text: options become code, and stars stay stars. */
  private static String prose(String text) {
    List<String> parts = new ArrayList<>(Splitter.on('`').splitToList(text));
    for (int i = 0; i < parts.size(); i += 2) {
      parts.set(i, OPTION.matcher(parts.get(i)).replaceAll("`$1`").replace("*", "\\*"));
    }
    return String.join("`", parts);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void section(Section section) {
    line("");
    if (!section.heading.isEmpty()) {
      line("%s:", section.heading);
      line("");
    }
    if (section.heading.equals("Examples") || section.isVerbatim()) {
      line("```console");
      section.lines.forEach(each -> line("%s", each.strip()));
      line("```");
    } else if (section.heading.isEmpty()) {
      section.lines.forEach(each -> line("%s", prose(each)));
    } else {
      line("| | |");
      line("| --- | --- |");
      section.entries().forEach(entry -> line("| `%s` | %s |", entry.key, cell(prose(entry.text))));
    }
  }

  private void line(String format, Object... parts) {
    page.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }

  /** A paragraph below the options; one with a heading lists something, indented. */
  private record Section(String heading, List<String> lines) {
    private record Entry(String key, String text) {}

    static List<Section> of(CommandSpec command) {
      List<Section> sections = new ArrayList<>();
      List<String> open = new ArrayList<>();
      for (String footer : command.usageMessage().footer()) {
        String text = footer.replace("%%", "%");
        if (!text.isEmpty()) {
          open.add(text);
        } else if (!open.isEmpty()) {
          sections.add(of(open));
          open = new ArrayList<>();
        }
      }
      sections.add(of(open));
      return sections;
    }

    private static Section of(List<String> paragraph) {
      String first = paragraph.get(0);
      boolean titled = first.endsWith(":") && paragraph.size() > 1 && isIndented(paragraph.get(1));
      return titled
          ? new Section(
              CharMatcher.is(':').trimTrailingFrom(first), paragraph.subList(1, paragraph.size()))
          : new Section("", paragraph);
    }

    private static boolean isIndented(String line) {
      return line.startsWith("  ");
    }

    boolean isVerbatim() {
      return heading.isEmpty() && lines.stream().allMatch(Section::isIndented);
    }

    /* "  key  text", the text going on below, further to the right; or the key on its own. */
    List<Entry> entries() {
      List<Entry> entries = new ArrayList<>();
      for (String line : lines) {
        if (line.startsWith("   ")) {
          Entry last = entries.remove(entries.size() - 1);
          entries.add(new Entry(last.key, (last.text + " " + line.strip()).strip()));
        } else {
          List<String> parts = Splitter.on("  ").limit(2).splitToList(line.substring(2));
          entries.add(
              new Entry(parts.get(0).strip(), parts.size() == 1 ? "" : parts.get(1).strip()));
        }
      }
      return entries;
    }
  }
}
