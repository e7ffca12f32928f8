package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern actions}: which actions do these patterns match? */
final class ActionsCommand implements Command {
  /* Patterns give their actions in this order, which makes sorting several a merge. */
  private static final Comparator<ActionDefinition> BY_NAME =
      Comparator.comparing(ActionDefinition::service)
          .thenComparing(ActionDefinition::name, String.CASE_INSENSITIVE_ORDER);

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "actions",
            "Lists the actions that patterns match, of those that exist at AWS.",
            """
            One action a line, by service and name, each once however many patterns match it. What
            is not in the catalog is told with the catalog's date, since AWS adds actions daily;
            `postern catalog` says more of it.

            --json gives an array, an action a line: action, level, resourceTypes, conditionKeys,
            dependentActions. With --compress its elements are the patterns.

            Exit codes:
              0  each pattern matches an action; the options may still leave none
              1  some pattern matches none; those of the others are printed
              2  wrong usage, or input or a catalog that cannot be read; a type or key that is not
                 in the catalog
              3  a mistake of ours

            Examples:
              postern actions 's3:Get*'
              postern actions 's3:*' --level 'write,permissions management'
              postern actions '*' --condition-key s3:prefix
              postern actions --compress s3:GetObject s3:GetObjectAcl s3:GetObjectTagging
            """);
    ActionFilter.addTo(spec);
    return spec.addOption(
            Options.flag(
                "--compress", "print the shortest patterns that match these actions and no other"))
        .addOption(Options.flag("--json", "print a JSON array"))
        .addOption(CatalogOption.spec())
        .addPositional(
            Options.inputs(
                "PATTERN|-",
                "actions with * and ? in them, letter case aside, or - for standard input, one a"
                    + " line"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    ActionFilter filter = ActionFilter.of(given);
    return CatalogOption.askWarning(
        given, console, catalog -> run(given, filter, catalog, console));
  }

  private static int run(ParseResult given, ActionFilter filter, Catalog catalog, Console console) {
    Inputs inputs = new Inputs(console);
    Set<ActionDefinition> matched = new LinkedHashSet<>();
    List<String> unmatched = new ArrayList<>();
    for (String pattern : ActionNames.of(Options.inputs(given), console, inputs)) {
      ImmutableList<ActionDefinition> actions = catalog.expand(pattern);
      matched.addAll(actions);
      if (actions.isEmpty()) {
        unmatched.add(pattern);
      }
    }
    List<ActionDefinition> sorted = new ArrayList<>(matched);
    sorted.sort(BY_NAME);
    ImmutableList<ActionDefinition> wanted = filter.apply(sorted, catalog, console);
    if (Options.isSet(given, "--compress")) {
      ImmutableList<String> patterns = catalog.compress(wanted);
      print(given, patterns, pattern -> pattern, ActionsCommand::string, console);
    } else {
      print(given, wanted, ActionDefinition::fullName, ActionJson::summary, console);
    }
    NotInCatalog notInCatalog = new NotInCatalog(catalog);
    unmatched.forEach(pattern -> console.tell(notInCatalog.action(pattern)));
    return inputs.anyUnreadable()
        ? ExitCode.UNREADABLE
        : unmatched.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static <T> void print(
      ParseResult given,
      ImmutableList<T> found,
      Function<T, String> text,
      Function<T, String> json,
      Console console) {
    if (Options.isSet(given, "--json")) {
      JsonList.print(Lists.transform(found, json::apply), console.out());
    } else {
      found.forEach(each -> console.out().line(Visible.line(text.apply(each))));
    }
  }

  private static String string(String text) {
    return JsonWriter.compact().value(text).text();
  }
}
